/** What somebody of the plan is called, also when they take part no more. Pure. */
import type { Member } from '$lib/family/family';
import type { Translate } from '$lib/i18n/i18n';

type Named = Pick<Member, 'id' | 'name'>;

/** `gone`: who takes part no more, as far as the reader is told who that is. */
export function nameOf(
	id: string | null,
	members: readonly Named[],
	gone: readonly Named[],
	t: Translate,
): string {
	const called = (these: readonly Named[]) => these.find((one) => one.id === id)?.name;
	const left = called(gone);
	return called(members) ?? (left ? t('common:goneNamed', { name: left }) : t('common:gone'));
}
