import { newId, type Id } from '../../id.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { VerbAnswer } from '../../room.ts';
import type { AnyRow, AppliedRow, Existing, UnitFinder } from '../sheet-definition.ts';
import { keyOf, sheet } from '../sheet-definition.ts';
import type { BatchLog, KeptPlan, PlannedRow } from '../import-batch.ts';
import type { RunRowVerb } from '../row-verb.ts';
import type { Judges, RefusedRow } from '../judge-rows.ts';

/** The sheet of books that the tests of this folder import. */
export const bookSheet = sheet({
  kind: 'library.book',
  title: { zh: '图书', en: 'Books' },
  key: ['callNumber'],
  columns: {
    callNumber: {
      type: 'text',
      title: { zh: '索书号', en: 'Call number' },
      maxLength: 20,
      required: true,
      aliases: ['CALL_NO'],
      note: { zh: '全馆唯一', en: 'One of its kind in the library' },
      example: 'I247.5/0012',
    },
    title: { type: 'text', title: { zh: '书名', en: 'Title' }, maxLength: 60, required: true },
    pages: { type: 'integer', title: { zh: '页数', en: 'Pages' }, min: 1 },
    price: { type: 'money-fen', title: { zh: '定价', en: 'Price' } },
    bought: { type: 'day', title: { zh: '购入日期', en: 'Bought on' } },
    binding: {
      type: 'choice',
      title: { zh: '装帧', en: 'Binding' },
      choices: [
        { code: 'hard', zh: '精装', en: 'Hardback' },
        { code: 'soft', zh: '平装', en: 'Paperback' },
      ],
    },
    branch: { type: 'unit', title: { zh: '馆藏地', en: 'Branch' } },
    lendable: { type: 'yes-no', title: { zh: '可外借', en: 'Lendable' } },
  },
  verb: 'library.shelve-book',
  changeVerb: 'library.amend-book',
  input: (row) => row,
  changeInput: (row, existing) => ({ id: existing.object.id, ...row }),
  undo: ({ outcome, object, before }: AppliedRow) =>
    outcome === 'new'
      ? { verb: 'library.remove-book', input: { id: object?.id } }
      : { verb: 'library.amend-book', input: { id: object?.id, ...before } },
});

export const branches: Readonly<Record<string, { id: Id; title: string }>> = {
  'LJ-01': { id: 'u-linjiang', title: '临江市总馆' },
  'SQ-01': { id: 'u-shiqiao', title: '石桥县分馆' },
  'SQ-02': { id: 'u-shiqiao-2', title: '少儿馆' },
  'LJ-02': { id: 'u-linjiang-2', title: '少儿馆' },
};

export const findUnit: UnitFinder = (text) => {
  const byCode = branches[text];
  if (byCode) return byCode;
  const named = Object.values(branches).filter(({ title }) => title === text);
  return named.length > 1 ? 'ambiguous' : (named[0] ?? 'unknown');
};

/** A library that keeps its books in memory and its word about requests: the same id, the same answer. */
export class SmallLibrary {
  readonly books = new Map<Id, AnyRow>();
  readonly acts: string[] = [];
  readonly #answers = new Map<Id, VerbAnswer>();
  /** Call numbers whose verbs are refused, as rows out of scope are. */
  readonly outOfScope = new Set<string>();
  /** Throws once this many acts have been done: the moment of a crash. */
  crashAfter = Number.POSITIVE_INFINITY;

  readonly judges: Judges = {
    existingByKey: async (keys) => {
      const wanted = new Set(keys.map((key) => JSON.stringify(key)));
      const found = new Map<string, Existing>();
      for (const [id, values] of this.books) {
        const key = keyOf(bookSheet, values);
        if (wanted.has(key)) found.set(key, { object: { kind: 'book', id }, values });
      }
      return found;
    },
  };

  readonly runVerb: RunRowVerb = async (verb, input, { requestId }) => {
    await Promise.resolve();
    const remembered = this.#answers.get(requestId);
    if (remembered) return remembered;
    if (this.acts.length >= this.crashAfter) throw new Error('power cut');
    const answer = this.#act(verb, input as AnyRow & { id?: Id });
    if ('refused' in answer) return answer;
    this.acts.push(verb);
    this.#answers.set(requestId, answer);
    return answer;
  };

  #act(verb: string, { id, ...values }: AnyRow & { id?: Id }): VerbAnswer | Refusal {
    const which = id ?? newId();
    if (this.outOfScope.has(String(values['callNumber']))) return refuse('not-your-right', {}, { status: 403 });
    if (verb === 'library.remove-book') {
      if (this.books.get(which)?.['lendable'] === false) return refuse('book-is-kept');
      this.books.delete(which);
    } else this.books.set(which, values);
    return { facts: [{ id: newId(), type: verb, object: { kind: 'book', id: which } }] };
  }
}

/** A batch's log in memory. */
export class BatchNotes implements BatchLog {
  readonly plans = new Map<number, KeptPlan>();
  readonly refused: RefusedRow[] = [];
  readonly back: number[] = [];

  async plan(rows: readonly PlannedRow[], lines: readonly number[]): Promise<readonly KeptPlan[]> {
    const earlier = lines.flatMap((line) => this.plans.get(line) ?? []);
    for (const row of rows) if (!this.plans.has(row.line)) this.plans.set(row.line, { ...row, settled: false });
    return earlier;
  }

  async settle(...[done, refused]: Parameters<BatchLog['settle']>): Promise<void> {
    for (const { line, object } of done) this.plans.set(line, { ...this.plans.get(line)!, object, settled: true });
    this.refused.push(...refused);
  }

  async takenBack(line: number): Promise<void> {
    this.back.push(line);
  }

  applied(): AppliedRow[] {
    return [...this.plans.values()].filter((plan) => plan.settled).toReversed();
  }
}
