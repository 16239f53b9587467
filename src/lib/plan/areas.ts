/** The areas of life that goals and offers are about (the type life_area in supabase/schemas). */
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
] as const;
export type LifeArea = (typeof lifeAreas)[number];
