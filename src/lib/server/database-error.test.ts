import { describe, expect, test } from 'vitest';
import { refusalOf } from './command';
import { DatabaseError } from './database-error';

const refusals = { goal_due_not_in_the_past: { field: 'dueOn', message: 'plan:error.datePast' } };
const of = (error: { code: string; message: string; hint?: string; details?: string }) =>
	refusalOf(new DatabaseError(error), refusals)?.message;

describe('a refusal is known by the name of its rule', () => {
	test.each([
		['english', 'new row for relation "goal" violates check constraint "goal_due_not_in_the_past"'],
		['danish', 'ny række for relation »goal« overtræder check-begrænsning »goal_due_not_in_the_past«'],
		['german', 'neue Zeile für Relation „goal“ verletzt Check-Constraint „goal_due_not_in_the_past“'],
		['french', 'la ligne viole la contrainte de vérification « goal_due_not_in_the_past »'],
		['swedish', 'ny rad bryter mot check-villkor ”goal_due_not_in_the_past”'],
		['japanese', "検査制約'goal_due_not_in_the_past'に違反しています"],
	])('in %s', (_, message) => {
		expect(of({ code: '23514', message })).toBe('plan:error.datePast');
	});
	test('in the hint, whatever the words are', () => {
		expect(of({ code: '23514', message: 'nej', hint: 'goal_due_not_in_the_past' })).toBe(
			'plan:error.datePast',
		);
	});
	test('as the embedded database tells of it', () => {
		const refused = (hint: string) => ({ code: 'PT400', message: 'nej', hint });
		expect(of(refused('goal_due_not_in_the_past'))).toBe('plan:error.datePast');
		expect(of(refused('nobody_has_heard_of'))).toBe('common:error.unclear');
		expect(new DatabaseError(refused('goal_due_not_in_the_past')).code).toBe('23514');
	});
	test('and not by its sentence, nor by names every object has', () => {
		expect(of({ code: 'SUP', message: 'error: goal_due_not_in_the_past' })).toBeUndefined();
		expect(of({ code: 'SUP', message: 'error: rule "nobody_has_heard_of": over' })).toBeUndefined();
		expect(of({ code: 'XX000', message: 'function "toString" failed' })).toBeUndefined();
	});
});

test.each([
	['22021', 'common:error.unclear'],
	['23514', 'common:error.unclear'],
	['42501', 'common:error.notAllowed'],
	['23505', 'common:error.already'],
	['57014', undefined],
	['SUP', undefined],
])('SQLSTATE %s without a known name: %s', (code, message) => {
	expect(of({ code, message: '' })).toBe(message);
});
