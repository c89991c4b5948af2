import {
  type Context,
  type FactDraft,
  type Id,
  newId,
  type Offer,
  type Place,
  tableOfMoves,
  endTasksOf,
  TaskRaised,
} from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import type { StatementState } from './contract.ts';
import { statementStates } from './words.zh.ts';

/** 统计月报: what an institution used and paid in a month, as it reports it. */
export interface Statement {
  readonly id: Id;
  readonly unit: Id;
  /** `2026-10` */
  readonly month: string;
  readonly state: StatementState;
  readonly formDay: string;
  readonly dueDay: string;
  readonly head: string | null;
  readonly statistician: string | null;
  readonly submittedBy: Id | null;
  readonly submittedName: string | null;
  readonly submittedAt: Date | null;
  readonly sha256: string | null;
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly opinion: string | null;
  readonly version: number;
}

const filling = {
  'energy.refill-statement': 'draft',
  'energy.fill-cell': 'draft',
  'energy.answer-check': 'draft',
  'energy.submit-statement': 'submitted',
} as const;

export const statementMoves = tableOfMoves('energy.statement', statementStates, 'draft', {
  draft: filling,
  returned: {
    'energy.refill-statement': 'returned',
    'energy.fill-cell': 'returned',
    'energy.answer-check': 'returned',
    'energy.submit-statement': 'submitted',
  },
  submitted: {
    'energy.accept-statement': 'accepted',
    'energy.return-statement': 'returned',
    'energy.recall-statement': 'draft',
  },
  accepted: {},
});

/** Accepted is the end of the form's way; reopening begins it anew, after what was accepted was put aside. */
export const openTo = (state: StatementState): readonly string[] =>
  state === 'accepted' ? ['energy.reopen-statement'] : statementMoves.from(state);

/** What is done from above. */
export const reviewing: ReadonlySet<string> = new Set([
  'energy.accept-statement',
  'energy.return-statement',
  'energy.reopen-statement',
]);

export const statementOf = ({ id }: Pick<Statement, 'id'>) => ({ kind: 'energy.statement', id });
export const placeOf = ({ unit, id }: Pick<Statement, 'unit' | 'id'>): Place => ({ unit, object: id });
export const offersFor = (statement: Pick<Statement, 'unit' | 'id' | 'state'>): Offer => ({
  verbs: openTo(statement.state),
  place: placeOf(statement),
});

/** Not submitted by its day, or submitted after it. */
export const isLate = (
  { state, dueDay, submittedAt }: Pick<Statement, 'state' | 'dueDay' | 'submittedAt'>,
  { today, calendar }: Pick<Context, 'today' | 'calendar'>,
): boolean =>
  submittedAt === null || state === 'draft' || state === 'returned'
    ? dueDay < today
    : dueDay < calendar.dayOf(submittedAt);

export const firstDay = (month: string): string => `${month}-01`;
/** The first day of the month after. */
export const dayAfterMonth = (month: string): string => `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
export const monthBefore = (month: string): string => addDays(firstDay(month), -1).slice(0, 7);

/** By which day a month is to be submitted, at a unit. */
export function dueDayOf(month: string, unit: Id, { standards, organisation, today }: Context): string {
  const day = standards.numberOn('energy.statement-due', today, organisation.place(unit));
  return addDays(dayAfterMonth(month), day - 1);
}

/** 填报: whoever keeps the unit's energy, the nearest first. */
export function taskToFill(
  statement: Pick<Statement, 'id' | 'unit' | 'month' | 'dueDay'>,
  context: Context,
): FactDraft[] {
  const holders = nearest('energy-clerk', statement.unit, context, () => true);
  return holders
    ? [
        raised(
          statement,
          holders,
          { zh: '报送统计月报', en: 'Submit the statement' },
          ['energy.submit-statement'],
          context,
        ),
      ]
    : [];
}

/** 审核: an energy clerk above, or the superior; never somebody of the unit itself, nor who submitted it. */
export function taskToReview(
  statement: Pick<Statement, 'id' | 'unit' | 'month' | 'dueDay'>,
  context: Context,
): FactDraft[] {
  const { organisation, actor } = context;
  const own = new Set(
    organisation.holdings
      .filter(({ post }) => {
        const at = organisation.post(post);
        return at && organisation.institutionOf(at.unit)?.id === statement.unit;
      })
      .map(({ person }) => person),
  );
  const other = (person: Id) => person !== actor.person && !own.has(person);
  const holders =
    nearest('energy-clerk', statement.unit, context, other) ?? nearest('superior', statement.unit, context, other);
  return holders
    ? [
        raised(
          statement,
          holders,
          { zh: '审核统计月报', en: 'Review a statement' },
          ['energy.accept-statement', 'energy.return-statement'],
          context,
        ),
      ]
    : [];
}

const nearest = (role: string, unit: Id, { organisation }: Context, may: (person: Id) => boolean) =>
  organisation
    .chain(unit)
    .map((each) => organisation.holdersOfRole(role, each.id).filter(may))
    .find((persons) => persons.length > 0);

function raised(
  { id, unit, month, dueDay }: Pick<Statement, 'id' | 'unit' | 'month' | 'dueDay'>,
  holders: readonly Id[],
  title: { zh: string; en: string },
  verbs: string[],
  { organisation, actor }: Context,
): FactDraft {
  return TaskRaised.of({
    object: statementOf({ id }),
    unit,
    body: {
      task: {
        id: newId(),
        step: null,
        title,
        holders: [...holders],
        copied: [],
        due: new Date(`${dueDay}T17:00:00+08:00`).toISOString(),
      },
      kind: 'energy.statement',
      asker: actor.person,
      summary: `${organisation.unit(unit)?.name ?? ''} ${month} 能源资源消费统计月报`,
      opens: `/energy/statements/${id}`,
      verbs,
    },
  });
}

export const endTasks = (
  { id, unit }: Pick<Statement, 'id' | 'unit'>,
  tasks: readonly { readonly id: Id }[],
  context: Context,
) => endTasksOf({ object: statementOf({ id }), unit }, tasks, context);
