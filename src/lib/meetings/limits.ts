/** How many characters each text may have, as in supabase/schemas (40 to 42). */
export const purposeLimit = 500;
export const placeLimit = 300;
export const linkLimit = 500;
export const reasonLimit = 200;
export const pointLimit = 500;
/** A meeting lies less than so many years ahead. */
export const mostYearsAhead = 3;
