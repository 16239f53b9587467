import type { Translate } from '$lib/i18n/i18n';

/** Says how many letters are left of a long text (ui/Field.svelte); below zero, how many there are too many. */
export const remainingIn =
	(t: Translate) =>
	(left: number): string =>
		left < 0 ? t('common:tooMany', { count: -left }) : t('common:remaining', { count: left });
