import { namesTogether } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';

/** More are counted. */
const namesShown = 4;

/**
 * "Emil, Jonas, Mette, Pia og 5 andre", with the words of the room `agreed`.
 * @param of how many they are, when not all are named here
 */
export function someNames(
	names: readonly string[],
	t: Translate,
	language: Language,
	of = names.length,
): string {
	const more = of - namesShown;
	const shown = more > 0 ? [...names.slice(0, namesShown), t('agreed:others', { count: more })] : names;
	return namesTogether(shown, language);
}
