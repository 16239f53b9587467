/** What Map.groupBy does, which phones from before 2024 do not have: things by key, both in the order they came in. */
export function groupedBy<Key, Thing>(
	things: readonly Thing[],
	keyOf: (thing: Thing) => Key,
): Map<Key, Thing[]> {
	const groups = new Map<Key, Thing[]>();
	for (const thing of things) {
		const key = keyOf(thing);
		const group = groups.get(key);
		if (group) group.push(thing);
		else groups.set(key, [thing]);
	}
	return groups;
}
