import { concernsOwn, read } from '@opengoa/kernel';
import { z } from 'zod';
import { StatementAnswer } from './contract.ts';
import { lookOver, sheetOf } from './look-over.ts';
import { indicatorsOf } from './statement-coal.ts';
import { statementWorkbook } from './statement-workbook.ts';
import { isLate, offersFor, reviewing } from './statement.ts';
import { statementReaders } from './statement-readers.ts';
import { type Revision, revisionsOf } from './revision-store.ts';
import { type Cell, findStatement, told } from './statement-store.ts';

/** 统计月报: every cell with where it comes from, what the audit rules ask, and the indicators reckoned from it. */
export const oneStatement = read('energy.statement', {
  title: { zh: '能源资源消费统计月报', en: 'A monthly statement' },
  query: z.strictObject({ id: z.uuid() }),
  answer: StatementAnswer,
  who: statementReaders,
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const { organisation, standards, today } = context;
    const statement = await findStatement(tx, id);
    const { form, cells, answers, notes } = await lookOver(tx, statement, context);
    const place = organisation.place(statement.unit);
    const answerTo = (rule: string, line: string) =>
      answers.find((each) => each.rule === rule && each.line === line)?.answer ?? null;
    return {
      id,
      unit: statement.unit,
      unitName: organisation.unit(statement.unit)?.name ?? '',
      month: statement.month,
      state: statement.state,
      version: statement.version,
      dueDay: statement.dueDay,
      late: isLate(statement, context),
      own: concernsOwn(statement, context),
      form: { title: form.title, from: form.from, document: form.document, confidence: form.confidence },
      head: statement.head,
      statistician: statement.statistician,
      submittedBy: statement.submittedName,
      submittedAt: statement.submittedAt?.toISOString() ?? null,
      decidedBy: statement.decidedName,
      decidedAt: statement.decidedAt?.toISOString() ?? null,
      opinion: statement.opinion,
      revisions: (await revisionsOf(tx, id)).map((each) => revised(each, cells)),
      lines: form.lines.map(({ line, measure, partOf, cost }) => ({
        line,
        measure,
        partOf,
        amount: shown(cells.find((cell) => cell.line === line && cell.field === 'amount')),
        cost: cost ? shown(cells.find((cell) => cell.line === line && cell.field === 'cost')) : null,
      })),
      notes: notes.map(({ check, line, outcome, said, paper }) => ({
        check,
        line,
        outcome,
        said,
        paper,
        answer: answerTo(check, line),
      })),
      indicators: indicatorsOf(form.lines, sheetOf(cells), today, place, standards),
    };
  },
  at: ({ unit, id }) => ({ unit, object: id }),
  workbook: statementWorkbook,
  moves(answer) {
    const { verbs, place } = offersFor(answer);
    return { verbs: answer.own ? verbs.filter((verb) => !reviewing.has(verb)) : verbs, place };
  },
});

/** A revision beside the cells as they stand now: those that said something else are named. */
const revised = ({ cells: were, acceptedAt, reopenedAt, ...revision }: Revision, cells: readonly Cell[]) => ({
  ...revision,
  acceptedAt: acceptedAt?.toISOString() ?? null,
  reopenedAt: reopenedAt.toISOString(),
  changed: were.flatMap(({ line, field, value }) => {
    const now = cells.find((cell) => cell.line === line && cell.field === field)?.value ?? null;
    return now === value ? [] : [{ line, field, was: told(field, value), is: told(field, now) }];
  }),
});

const shown = (cell: Cell | undefined) =>
  cell === undefined
    ? {
        value: null,
        taken: null,
        corrected: false,
        why: null,
        basis: null,
        source: { kind: 'none' as const, formula: 'none' as const, parts: [] },
      }
    : {
        value: told(cell.field, cell.value),
        taken: told(cell.field, cell.taken),
        corrected: cell.corrected,
        why: cell.why,
        basis: cell.basis,
        source: cell.source,
      };
