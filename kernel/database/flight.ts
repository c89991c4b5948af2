import type { Writable } from 'node:stream';
import type pg from 'pg';
import pgUtils from 'pg/lib/utils.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Prepared under this name on the connection; left out, it is parsed and planned for these very values. */
  readonly name?: string | undefined;
}

export interface Answer {
  readonly rows: readonly Record<string, unknown>[];
  readonly rowCount: number;
}

/** What of the driver's connection is used here: one method a message of PostgreSQL's protocol. */
interface Wire {
  readonly stream: Writable;
  parse(message: { name: string; text: string; types: readonly never[] }): void;
  bind(message: { portal: string; statement: string; binary: boolean; values: readonly unknown[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
  sendCopyFail(why: string): void;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
  readonly format: 'text' | 'binary';
}
type Parse = (text: string) => unknown;
type Shape = readonly (readonly [name: string, parse: Parse])[];

/** What a connection has prepared by name; null while it is not sure, because a flight failed on the way. */
type Prepared = Map<string, { readonly text: string; shape: Shape | undefined } | null>;
const preparedOn = new WeakMap<Wire, Prepared>();

interface Seat {
  readonly statement: Statement;
  /** The message that prepares it goes along. */
  parsed: boolean;
  shape: Shape | undefined;
  rows: Record<string, unknown>[];
  done(answer: Answer): void;
  fail(error: Error): void;
}

/**
 * Several statements that leave in one piece with one Sync behind them and come back together. All are put into protocol form before the first
 * byte goes: if one cannot be, none is sent. When one fails, the server passes over those behind it, a commit among them.
 */
export class Flight {
  readonly #seats: Seat[] = [];
  readonly #client: pg.ClientBase;
  #at = 0;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  add(statement: Statement): Promise<Answer> {
    return new Promise((done, fail) => {
      this.#seats.push({ statement, parsed: false, shape: undefined, rows: [], done, fail });
    });
  }

  /** What is on board, for whoever watches what is sent. */
  get statements(): readonly Statement[] {
    return this.#seats.map(({ statement }) => statement);
  }

  get text(): string {
    return this.statements.map(({ text }) => text).join(';\n');
  }

  // From here on what the driver calls.

  submit(wire: Wire): Error | null {
    let values: unknown[][];
    try {
      values = this.#seats.map(({ statement }) => statement.values.map(written));
      this.#refuseTwoUnderOneName(wire);
    } catch (error) {
      return error as Error;
    }
    wire.stream.cork();
    try {
      for (const [at, seat] of this.#seats.entries()) this.#write(wire, seat, values[at]!);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  #refuseTwoUnderOneName(wire: Wire): void {
    const prepared = preparedOn.get(wire);
    for (const { statement } of this.#seats) {
      const before = statement.name === undefined ? undefined : prepared?.get(statement.name);
      if (before && before.text !== statement.text)
        throw new Error(`two statements under the name ${statement.name}: ${before.text} and ${statement.text}`);
    }
  }

  #write(wire: Wire, seat: Seat, values: readonly unknown[]): void {
    const { name = '', text } = seat.statement;
    const prepared = preparedOf(wire);
    const before = name === '' ? undefined : prepared.get(name);
    if (before) seat.shape = before.shape;
    else {
      // After a failure nobody knows whether it was prepared; closing what is not there is no error.
      if (before === null) wire.close({ type: 'S', name });
      wire.parse({ name, text, types: [] });
      seat.parsed = true;
      if (name !== '') prepared.set(name, { text, shape: undefined });
    }
    wire.bind({ portal: '', statement: name, binary: false, values });
    if (seat.shape === undefined) wire.describe({ type: 'P', name: '' });
    wire.execute({ portal: '', rows: 0 });
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    const seat = this.#seats[this.#at]!;
    const client = this.#client as unknown as { getTypeParser(oid: number, format: string): Parse };
    seat.shape = fields.map(({ name, dataTypeID, format }) => [name, client.getTypeParser(dataTypeID, format)]);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const seat = this.#seats[this.#at]!;
    const row: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at += 1) {
      const [name, parse] = seat.shape![at]!;
      const value = fields[at]!;
      row[name] = value === null ? null : parse(value);
    }
    seat.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }, wire: Wire): void {
    const seat = this.#seats[this.#at]!;
    const { name } = seat.statement;
    const known = name === undefined ? undefined : preparedOf(wire).get(name);
    // What answers no rows has the empty shape: next time it is not described again.
    if (known) known.shape = seat.shape ?? [];
    this.#at += 1;
    seat.done({ rows: seat.rows, rowCount: Number(/\d+$/.exec(text)?.[0] ?? 0) });
  }

  handleError(error: Error, wire?: Wire): void {
    const prepared = wire && preparedOn.get(wire);
    for (const [at, seat] of this.#seats.entries()) {
      if (at < this.#at) continue;
      const { name } = seat.statement;
      if (name !== undefined && (seat.parsed || outdated.has((error as { code?: string }).code ?? '')))
        prepared?.set(name, null);
      seat.fail(at === this.#at ? error : passedOver());
    }
    this.#at = this.#seats.length;
  }

  handleReadyForQuery(): void {}
  handleEmptyQuery(wire: Wire): void {
    this.handleCommandComplete({ text: '' }, wire);
  }
  handlePortalSuspended(): void {}
  handleCopyData(): void {}
  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFail('COPY needs a connection of its own');
  }
}

/** A value as text of the protocol. Arrays of text, which bring rows by the hundred, without the driver's two replacements in each of them. */
function written(value: unknown): unknown {
  return Array.isArray(value) && value.every((each) => each === null || typeof each === 'string')
    ? `{${(value as readonly (string | null)[]).map(element).join(',')}}`
    : pgUtils.prepareValue(value);
}

// What JSON would write otherwise than an array of the database does.
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const otherInJson = /[\u0000-\u001f\ud800-\udfff]/;

/** An element in its quotes. For nearly every text these are the quotes of JSON, which the language writes six times as fast as anything written here. */
const element = (text: string | null): string => {
  if (text === null) return 'NULL';
  return otherInJson.test(text)
    ? `"${text.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`)}"`
    : JSON.stringify(text);
};

const preparedOf = (wire: Wire): Prepared => {
  let prepared = preparedOn.get(wire);
  if (!prepared) preparedOn.set(wire, (prepared = new Map()));
  return prepared;
};

/** What was prepared no longer fits its tables, or is not there: it is prepared anew next time. */
const outdated = new Set(['0A000', '26000']);

/** The code PostgreSQL itself gives to what comes behind a failure in a transaction. */
const passedOver = (): Error =>
  Object.assign(new Error('passed over: a statement before it failed'), { code: '25P02' });
