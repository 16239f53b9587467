/** The areas of life that goals and offers are about (the type life_area in supabase/schemas). */
import type { Enums } from '$lib/server/database.types';

export const lifeAreas = [
	'work_education',
	'economy',
	'housing',
	'health',
	'everyday_life',
	'leisure',
	'leisure_job',
	'care',
	'school',
] as const satisfies readonly Enums<'life_area'>[];
export type LifeArea = Enums<'life_area'>;
