/**
 * Statements that are read and planned once. A page asks the same questions as the last one did; PGlite's own `query`
 * has each read, described and planned anew, in six calls into WebAssembly where one will do. What only comes before a
 * question (that a transaction begins, and who asks) goes with it in the same call.
 */
import { protocol, type PGlite, type Results } from '@electric-sql/pglite';

const { serialize } = protocol;

interface Statement {
	name: string;
	parameterTypes: number[];
	fields: Results['fields'];
	asked: number;
}

/** How many are kept; the one that was not asked for longest makes room. */
const kept = 300;
/** So often one is asked before it is planned anew: tables grow. */
const often = 500;

export interface Preparing {
	/** Asks like `db.query`, with statements that stay prepared. */
	query<Row>(sql: string, parameters?: unknown[]): Promise<Results<Row>>;
	/** Goes ahead of the next question; what is wrong with it is said there. */
	ahead(sql: string, parameters?: unknown[]): Promise<void>;
}

export function preparing(db: PGlite): Preparing {
	/** What is to go ahead of the next question. */
	let before: Uint8Array[][] = [];
	const statements = new Map<string, Statement>();
	let made = 0;
	const send = (messages: Uint8Array[]) =>
		db.execProtocolStream(Buffer.concat([...messages, serialize.sync()]), {});

	function taken(): Uint8Array[][] {
		const first = before;
		before = [];
		return first;
	}

	async function prepare(sql: string): Promise<Statement> {
		// Read as whoever asks.
		const first = taken();
		if (first.length) await send(first.flat());
		const name = `s${(made += 1)}`;
		const told = await send([serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name })]);
		const statement: Statement = { name, parameterTypes: [], fields: [], asked: 0 };
		for (const message of told) {
			if (isParameters(message)) statement.parameterTypes = message.dataTypeIDs;
			if (isFields(message)) {
				statement.fields = message.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
			}
		}
		return statement;
	}

	async function forget(sql: string, { name }: Statement): Promise<void> {
		statements.delete(sql);
		await send([serialize.close({ type: 'S', name })]);
	}

	/** The statement, made when it is new, now the last to make room. */
	async function take(sql: string): Promise<Statement> {
		const known = statements.get(sql);
		if (known && known.asked >= often) await forget(sql, known);
		const statement = statements.get(sql) ?? (await prepare(sql));
		statement.asked += 1;
		statements.delete(sql);
		statements.set(sql, statement);
		if (statements.size > kept) await forget(...statements.entries().next().value!);
		return statement;
	}

	function asked({ name, parameterTypes }: Statement, parameters: unknown[]): Uint8Array[] {
		const values = parameters.map((value, place) => {
			if (value === null || value === undefined) return null;
			const write = db.serializers[parameterTypes[place]!];
			return write ? write(value) : String(value);
		});
		return [serialize.bind({ statement: name, values }), serialize.execute({})];
	}

	const ahead = (sql: string, parameters: unknown[] = []) =>
		db.runExclusive(async () => {
			const statement = await take(sql);
			before.push(asked(statement, parameters));
		});

	async function begin(): Promise<Results<never>> {
		// What was to go ahead of a question that never came goes ahead of no other one.
		before = [];
		await ahead('BEGIN');
		return { rows: [], fields: [], affectedRows: 0 };
	}

	const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Results<Row>> =>
		db.runExclusive(async () => {
			const statement = await take(sql);
			const { fields } = statement;
			const first = taken();
			const told = await send([...first.flat(), ...asked(statement, parameters)]);
			const readers = fields.map(({ dataTypeID }) => db.parsers[dataTypeID]);
			const read = (value: string | null, place: number) =>
				value === null || !readers[place]
					? value
					: (readers[place](value, fields[place]!.dataTypeID) as unknown);
			const rows: Row[] = [];
			let affectedRows = 0;
			let ended = 0;
			for (const message of told) {
				if (isRow(message) && ended === first.length) {
					rows.push(
						Object.fromEntries(
							message.fields.map((value, place) => [fields[place]!.name, read(value, place)]),
						) as Row,
					);
				} else if (isEnd(message)) {
					ended += 1;
					const [verb = '', ...numbers] = message.text.split(' ');
					if (changing.has(verb)) affectedRows = Number(numbers.at(-1));
				}
			}
			return { rows, fields, affectedRows };
		});

	return { query: (sql, parameters) => (sql === 'BEGIN' ? begin() : query(sql, parameters)), ahead };
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

interface Message {
	name: string;
}
const isParameters = (message: Message): message is Message & { dataTypeIDs: number[] } =>
	message.name === 'parameterDescription';
const isFields = (message: Message): message is Message & { fields: Results['fields'] } =>
	message.name === 'rowDescription';
const isRow = (message: Message): message is Message & { fields: (string | null)[] } =>
	message.name === 'dataRow';
const isEnd = (message: Message): message is Message & { text: string } => message.name === 'commandComplete';
