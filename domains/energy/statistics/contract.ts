import { day, factType, id, oneOf, version } from '@opengoa/kernel/contract';
import { z } from 'zod';
import {
  bases,
  cellFields,
  formulas,
  type StatementFactName,
  statementFactWords,
  statementStates,
} from './words.zh.ts';

/** Names, inputs, facts and answers of the monthly statistics form (公共机构能源资源消费统计). */

const why = z.string().trim().min(1).max(500);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const name = z.string().trim().min(1).max(60);
/** `2026-10` */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const line = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

export const StatementState = oneOf(statementStates);
export const Basis = oneOf(bases);
export const CellField = oneOf(cellFields);
export const Formula = oneOf(formulas);
export type StatementState = z.infer<typeof StatementState>;
export type Basis = z.infer<typeof Basis>;
export type CellField = z.infer<typeof CellField>;
export type Formula = z.infer<typeof Formula>;

/** One record a number was taken from: a meter, a building, a ledger. */
const Part = z.strictObject({
  /** Where it opens. Null for a sum over many rows that stands in no page of its own. */
  opens: z.string().nullable(),
  name: z.string(),
  /** In the line's unit, cost in fen. Null where nothing was read. */
  amount: z.number().nullable(),
  /** Rows behind it: readings, refuellings. */
  rows: z.int(),
  estimated: z.int(),
  /** Share of the month that was really read; null where the meter has no rhythm. */
  share: z.number().nullable(),
});
export type Part = z.infer<typeof Part>;

/** 由来: where a number comes from. */
export const CellSource = z.strictObject({
  kind: z.enum(['native', 'derived', 'none']),
  formula: Formula,
  parts: z.array(Part).max(500),
});
export type CellSource = z.infer<typeof CellSource>;

/** One cell as it was taken from the records. Amounts in the line's unit, to a thousandth; costs in fen. */
export const TakenCell = z.strictObject({
  line,
  field: CellField,
  value: z.number().nullable(),
  basis: Basis.nullable(),
  source: CellSource,
});
export type TakenCell = z.infer<typeof TakenCell>;

const fact = <Shape extends z.ZodRawShape>(of: StatementFactName, shape: Shape) =>
  factType(`energy.${of}`, { title: statementFactWords[`energy.${of}`], body: z.strictObject(shape) });

export const OpenStatement = z.strictObject({ unit: id, month: Month });
export const StatementOpened = fact('StatementOpened', {
  month: Month,
  /** From which day on the form holds: its version. */
  form: day,
  dueDay: day,
  cells: z.array(TakenCell).max(100),
});

const one = { statement: id, version };
/** Takes every cell that nobody corrected from the records again: after late readings, or a price that was set. */
export const RefillStatement = z.strictObject(one);
export const StatementRefilled = fact('StatementRefilled', { cells: z.array(TakenCell).max(100) });

/** Amount in the line's unit, cost in fen. Null empties the cell. */
export const FillCell = z.strictObject({
  ...one,
  line,
  field: CellField,
  value: z.number().min(0).max(1_000_000_000_000).nullable(),
  basis: Basis,
  why,
});
export const CellFilled = fact('CellFilled', {
  line,
  field: CellField,
  was: z.number().nullable(),
  is: z.number().nullable(),
  basis: Basis,
});

export const AnswerCheck = z.strictObject({ ...one, check: z.string().max(60), line, why });
export const CheckAnswered = fact('CheckAnswered', { check: z.string(), line, answer: z.string() });

/** 签字报送: who is responsible for the unit and who for its statistics, as the form asks. */
export const SubmitStatement = z.strictObject({ ...one, head: name, statistician: name });
export const StatementSubmitted = fact('StatementSubmitted', {
  month: Month,
  head: z.string(),
  statistician: z.string(),
  /** Of the cells as they were signed. */
  sha256: z.string(),
  late: z.boolean(),
  /** Notes that were answered and not corrected. */
  answered: z.int(),
});
export const RecallStatement = z.strictObject({ statement: id, why });
export const StatementRecalled = fact('StatementRecalled', { month: Month });
export const ReturnStatement = z.strictObject({ statement: id, opinion: why });
export const StatementReturned = fact('StatementReturned', { month: Month, opinion: z.string() });
export const AcceptStatement = z.strictObject({ statement: id, opinion: z.string().trim().max(500).default('') });
export const StatementAccepted = fact('StatementAccepted', { month: Month, opinion: z.string(), sha256: z.string() });

/** Of an accepted statement: what was accepted stays as a revision. */
export const ReopenStatement = z.strictObject({ statement: id, why });
export const StatementReopened = fact('StatementReopened', { month: Month, sha256: z.string() });

// ---- What screens read -----------------------------------------------------------------------------------------------------------

const Cell = z.strictObject({
  value: z.number().nullable(),
  /** What the records say; differs from the value where somebody corrected it. */
  taken: z.number().nullable(),
  corrected: z.boolean(),
  why: z.string().nullable(),
  basis: Basis.nullable(),
  source: CellSource,
});
const Note = z.strictObject({
  check: z.string(),
  line,
  /** `block`: to be corrected. `warn`: to be corrected or answered. `inform`: said only. */
  outcome: z.enum(['block', 'warn', 'inform']),
  said: words,
  /** The paper behind the limit; null for what contradicts itself. */
  paper: z.string().nullable(),
  answer: z.string().nullable(),
});
const moment = z.iso.datetime();

/** What was accepted once, and the cells that said something else than they do now. */
const Revision = z.strictObject({
  revision: z.int(),
  acceptedBy: z.string().nullable(),
  acceptedAt: moment.nullable(),
  reopenedBy: z.string(),
  reopenedAt: moment,
  why: z.string(),
  sha256: z.string().nullable(),
  changed: z.array(z.strictObject({ line, field: CellField, was: z.number().nullable(), is: z.number().nullable() })),
});

export const StatementAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  month: Month,
  state: StatementState,
  version,
  dueDay: day,
  late: z.boolean(),
  /** Of the reader's own institution, or submitted by the reader: somebody else reviews it. */
  own: z.boolean(),
  form: z.strictObject({ title: z.string(), from: day, document: z.string(), confidence: z.string() }),
  head: z.string().nullable(),
  statistician: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedAt: moment.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  opinion: z.string().nullable(),
  revisions: z.array(Revision),
  lines: z.array(
    z.strictObject({
      line,
      measure: z.string(),
      partOf: z.string().nullable(),
      amount: Cell,
      /** Null where the form asks for no cost. */
      cost: Cell.nullable(),
    }),
  ),
  notes: z.array(Note),
  /** Reckoned from the lines with their dated factors; null where something needed is not filled in. */
  indicators: z.strictObject({
    coalKg: z.number().nullable(),
    coalPerHeadKg: z.number().nullable(),
    coalPerM2Kg: z.number().nullable(),
    kwhPerHead: z.number().nullable(),
    waterPerHeadT: z.number().nullable(),
    /** Null where no cost was entered. */
    costFen: z.int().nullable(),
    factors: z.array(z.strictObject({ line, value: z.number(), unit: z.string(), document: z.string() })),
  }),
});
export type StatementAnswer = z.infer<typeof StatementAnswer>;

const Sum = z.strictObject({ line, field: CellField, value: z.number() });
const Standing = {
  /** Statements that ought to be there: institutions with a building, times months. */
  expected: z.int(),
  opened: z.int(),
  submitted: z.int(),
  accepted: z.int(),
  late: z.int(),
};
export const StatementSumsAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  from: Month,
  to: Month,
  lines: z.array(z.strictObject({ line, measure: z.string(), cost: z.boolean(), partOf: z.string().nullable() })),
  /** What lies right below the unit, and the unit's own where it makes a statement itself. Only what was submitted is summed. */
  rows: z.array(
    z.strictObject({ unit: id, name: z.string(), kind: z.string(), own: z.boolean(), ...Standing, sums: z.array(Sum) }),
  ),
  total: z.strictObject({ ...Standing, sums: z.array(Sum) }),
});
export type StatementSumsAnswer = z.infer<typeof StatementSumsAnswer>;
