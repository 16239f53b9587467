import { expect, test } from 'vitest';
import { kindOf } from './kinds';
import { held, inOrder, type Entry } from './outbox';

const forms = import.meta.glob<string>('/src/**/*.svelte', { query: '?raw', import: 'default', eager: true });
const waiting = [
	...new Set(
		Object.values(forms).flatMap((form) => [...form.matchAll(/\swaits="([^"]+)"/g)].map(([, name]) => name!)),
	),
];
const words = import.meta.glob<{ waits: Record<string, string> }>('/src/lib/i18n/locales/*/seldom.json', {
	import: 'default',
	eager: true,
});
const command = (name: string, entries: Entry[] = []) => ({ name, entries });

test('of everything that can wait is said what it is, in every language', () => {
	expect(waiting.length).toBeGreaterThan(5);
	const kinds = waiting.map((name) => kindOf(command(name)));
	expect(new Set(kinds).size).toBe(waiting.length);
	for (const kind of [...kinds, kindOf(command('gone.since'))])
		for (const { waits } of Object.values(words)) expect(waits[kind.split('.')[1]!], kind).toBeTruthy();
	expect(kinds).not.toContain(kindOf(command('gone.since')));
});

test('a step is not called a goal', () => {
	const [goal, step] = ['', 'goal-1'].map((parent) => kindOf(command('plan.addGoal', [['parent', parent]])));
	expect([goal, step]).toEqual(['seldom:waits.goal', 'seldom:waits.step']);
});

test('what was done first stands first, whatever its id', () => {
	const made = { name: 'plan.addGoal', person: 'amira', entries: [], pressed: '', page: '', notBefore: '' };
	const commands = [
		held({ ...made, id: 'a' }, 3),
		held({ ...made, id: 'c' }, 1),
		held({ ...made, id: 'b' }, 1),
	];
	expect(inOrder(commands).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
	expect(commands[0]!.id).toBe('a');
});
