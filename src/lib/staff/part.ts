/** A part of a page: what it shows, or that it could not be fetched. The other parts stand all the same. */
export type Part<T> = { value: T } | { failed: true };
