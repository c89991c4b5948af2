import type { Actor } from '../actor.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { FactDraft } from '../fact-type.ts';
import { newId, type Id } from '../id.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { StandardSet } from '../standards/standards.ts';
import {
  act as actOn,
  explainPath,
  mayDo,
  openCase,
  type Act,
  type Attributes,
  type Case,
  type Definition,
  type Moved,
  type StepsWorld,
  type StepTask,
} from '../steps/steps.ts';
import type { Words } from '../words.ts';
import { CaseMoved, CaseOpened, type EndedTask, type RaisedTask } from './contract.ts';
import { stepsWorld } from './steps-world.ts';

export { findDefinitions as loadSteps } from '../steps/steps.ts';

/** Definitions of steps by id, as the rooms hold them today. */
export type StepsDefinitions = ReadonlyMap<string, Definition>;

/** What a room says when it sends something through steps. */
export interface CaseInput {
  readonly definition: string;
  readonly object: { readonly kind: string; readonly id: Id };
  readonly unit: Id;
  readonly asker: Id;
  readonly attributes: Attributes;
  readonly title: Words;
  /** One sentence, complete enough to decide by: 4 人 2026-03-06 08:00 去石桥县,往返 126 km. */
  readonly summary: string;
  readonly opens: string;
  /** Verbs that may answer a task of this case. */
  readonly verbs: readonly string[];
}

/** A case as its row holds it. */
export interface CaseRow {
  readonly id: Id;
  readonly unit: Id;
  readonly object: { readonly kind: string; readonly id: Id };
  readonly asker: Id;
  readonly state: CaseState;
  readonly status: 'open' | 'approved' | 'refused' | 'withdrawn';
  readonly version: number;
  readonly around: Pick<CaseInput, 'title' | 'summary' | 'opens' | 'verbs'>;
}

/** The engine's case, the definition it began under (a newer one is for newer cases), and which task stands for which seat. */
export interface CaseState {
  readonly case: Case;
  readonly definition: Definition;
  readonly tasks: Readonly<Record<string, Id>>;
}

export type CaseAct =
  | { readonly kind: 'approve' | 'refuse'; readonly opinion?: string; readonly fill?: Attributes }
  | { readonly kind: 'return'; readonly opinion: string; readonly to?: string }
  | {
      readonly kind: 'add-signer';
      readonly persons: readonly Id[];
      readonly when: 'before' | 'after';
      readonly opinion?: string;
    }
  | { readonly kind: 'hand-over' | 'delegate'; readonly to: Id; readonly opinion?: string }
  | { readonly kind: 'withdraw' | 'urge'; readonly opinion?: string }
  | {
      readonly kind: 'resubmit';
      readonly attributes?: Attributes;
      readonly summary?: string;
      readonly opinion?: string;
    }
  | { readonly kind: 'time-out' };

export interface CaseMove {
  readonly facts: readonly FactDraft[];
  readonly ended: 'approved' | 'refused' | 'withdrawn' | 'returned' | null;
}

/** One step a case will walk, told before it is sent. */
export interface StepAhead {
  readonly step: string;
  readonly title: Words;
  readonly will: 'yes' | 'no' | 'maybe';
  readonly holders: readonly { readonly id: Id; readonly name: string }[];
  readonly why: readonly Words[];
}

/** What the actor may do with a case now. */
export interface CaseMay {
  readonly kind: Act['kind'];
  readonly to?: readonly string[];
}

/** Cases, as verbs use them: pure, on the organisation and standards of this instant. */
export interface Cases {
  open(input: CaseInput): readonly FactDraft[] | Refusal;
  act(row: CaseRow, act: CaseAct): CaseMove | Refusal;
  may(row: CaseRow): readonly CaseMay[];
  path(input: Pick<CaseInput, 'definition' | 'unit' | 'asker' | 'attributes'>): readonly StepAhead[];
}

export interface Surroundings {
  readonly definitions: StepsDefinitions;
  readonly organisation: Organisation;
  readonly standards: StandardSet;
  readonly calendar: Calendar;
  readonly actor: Actor;
  readonly now: Date;
}

const closedBy: Readonly<Record<string, EndedTask['state']>> = { decided: 'done', resubmitted: 'done' };

export function casesIn({ definitions, organisation, standards, calendar, actor, now }: Surroundings): Cases {
  const world: StepsWorld = stepsWorld(organisation, standards, calendar);
  const place = (unit: Id) => organisation.place(unit).map(({ code }) => code);
  const definitionOf = (id: string): Definition => {
    const found = definitions.get(id);
    if (!found) throw new Error(`no such steps: ${id}`);
    return found;
  };

  return {
    open(input) {
      const definition = definitionOf(input.definition);
      const id = newId();
      const moved = openCase(
        definition,
        { id, asker: input.asker, unit: input.unit, place: place(input.unit), attributes: input.attributes },
        now,
        world,
      );
      if (isRefusal(moved)) return moved;
      const tasks = tasksAfter(moved, {});
      return [
        CaseOpened.of({
          object: input.object,
          unit: input.unit,
          body: {
            ...aroundOf(input),
            case: id,
            definition: definition.id,
            definitionVersion: definition.hash.slice(0, 16),
            asker: input.asker,
            attributes: { ...input.attributes },
            state: { case: moved.case, definition, tasks } satisfies CaseState,
            status: moved.case.status,
            raised: moved.tasks.open.map((task) => raisedOf(task, tasks, input.title)),
            told: [],
          },
        }),
      ];
    },

    act(row, given) {
      const { definition, case: before } = row.state;
      const act = engineAct(row, given);
      if (isRefusal(act)) return act;
      const moved = actOn(definition, before, act, now, world);
      if (isRefusal(moved)) return moved;
      const tasks = tasksAfter(moved, row.state.tasks);
      const summary = given.kind === 'resubmit' && given.summary !== undefined ? given.summary : row.around.summary;
      const returned = moved.case.withAsker !== null && before.withAsker === null;
      const ended = moved.case.status === 'open' ? (returned ? 'returned' : null) : moved.case.status;
      const fact = CaseMoved.of({
        object: row.object,
        unit: row.unit,
        body: {
          ...aroundOf(row.around),
          summary,
          case: row.id,
          definition: definition.id,
          act: given.kind,
          by: actor.person,
          opinion: ('opinion' in given ? given.opinion : undefined) ?? '',
          version: row.version,
          // The definition stays where the case was opened: no fact repeats it.
          state: { case: moved.case, tasks } satisfies Omit<CaseState, 'definition'>,
          status: moved.case.status,
          asker: row.asker,
          raised: moved.tasks.open.map((task) => raisedOf(task, tasks, row.around.title)),
          ended: moved.tasks.close.flatMap(({ key, why, by }) => {
            const task = row.state.tasks[key];
            return task === undefined
              ? []
              : [{ id: task, state: closedBy[why] ?? 'withdrawn', by, answer: why === 'decided' ? given.kind : why }];
          }),
          changed: moved.tasks.change.map((task) => raisedOf(task, tasks, row.around.title)),
          told: [
            ...moved.tasks.remind.map(({ person, why }) => ({
              person,
              title: remindWords(why, row.around.title, summary),
            })),
            ...(ended !== null && ended !== 'withdrawn'
              ? [{ person: row.asker, title: endWords(ended, row.around.title, summary) }]
              : []),
          ],
        },
      });
      return { facts: [fact], ended };
    },

    may: ({ state }) =>
      actor.person === null
        ? []
        : mayDo(state.definition, state.case, actor.person, world).map(({ kind, to }) => ({
            kind,
            ...(to ? { to } : {}),
          })),

    path(input) {
      const definition = definitionOf(input.definition);
      return explainPath(
        definition,
        { asker: input.asker, unit: input.unit, place: place(input.unit), attributes: input.attributes },
        now,
        world,
      ).map((ahead) => ({
        step: ahead.step,
        title: ahead.title,
        will: ahead.will,
        holders: ahead.holders.map(({ person }) => ({ id: person, name: organisation.personName(person) ?? person })),
        why: ahead.why,
      }));
    },
  };

  /** Which seat the actor sits on is found here, so that rooms never speak of seats. */
  function engineAct(row: CaseRow, given: CaseAct): Act | Refusal {
    if (given.kind === 'time-out') return { kind: 'time-out' };
    const by = actor.person;
    if (by === null) return refuse('not-a-holder', {}, { status: 403 });
    if (given.kind === 'resubmit')
      return {
        kind: 'resubmit',
        by,
        ...(given.attributes ? { attributes: given.attributes } : {}),
        ...opinionOf(given),
      };
    const { definition, case: of } = row.state;
    const seat = mayDo(definition, of, by, world).find(({ kind }) => kind === given.kind);
    const step = seat?.step ?? Object.keys(of.nodes)[0] ?? '';
    const held = {
      by,
      step,
      ...(seat?.standingInFor ? { standingInFor: seat.standingInFor } : {}),
      ...opinionOf(given),
    };
    switch (given.kind) {
      case 'return':
        return { kind: 'return', ...held, to: given.to ?? 'asker' };
      case 'add-signer':
        return { kind: 'add-signer', ...held, persons: given.persons, when: given.when };
      case 'hand-over':
      case 'delegate':
        return { kind: given.kind, ...held, to: given.to };
      case 'approve':
      case 'refuse':
        return { kind: given.kind, ...held, ...(given.fill ? { fill: given.fill } : {}) };
      default:
        return { kind: given.kind, by, ...opinionOf(given) };
    }
  }
}

const opinionOf = (given: { opinion?: string | undefined }) => (given.opinion ? { opinion: given.opinion } : {});

const aroundOf = ({ title, summary, opens, verbs }: Pick<CaseInput, 'title' | 'summary' | 'opens' | 'verbs'>) => ({
  title,
  summary,
  opens,
  verbs: [...verbs],
});

/** Every open seat has a task of its own; seats that were there before keep theirs. */
function tasksAfter(moved: Moved, before: Readonly<Record<string, Id>>): Record<string, Id> {
  const after: Record<string, Id> = { ...before };
  for (const { key } of moved.tasks.close) delete after[key];
  for (const { key } of moved.tasks.open) after[key] = newId();
  return after;
}

const raisedOf = (task: StepTask, tasks: Readonly<Record<string, Id>>, title: Words): RaisedTask => ({
  id: tasks[task.key]!,
  step: task.step,
  title: { zh: `${title.zh}·${task.title.zh}`, en: `${title.en}: ${task.title.en}` },
  holders: [task.person, ...(task.standIn ? [task.standIn] : [])],
  copied: [],
  due: task.dueAt ?? null,
});

const remindWords = (why: 'urged' | 'time-out', title: Words, summary: string): Words =>
  why === 'urged'
    ? { zh: `催办：${title.zh} ${summary}`, en: `Urged: ${title.en} ${summary}` }
    : { zh: `已到期限：${title.zh} ${summary}`, en: `Due: ${title.en} ${summary}` };

const endings: Readonly<Record<'approved' | 'refused' | 'returned', Words>> = {
  approved: { zh: '已同意', en: 'Approved' },
  refused: { zh: '未同意', en: 'Refused' },
  returned: { zh: '请修改后重新提交', en: 'Sent back: change and send again' },
};

const endWords = (ended: 'approved' | 'refused' | 'returned', title: Words, summary: string): Words => ({
  zh: `${title.zh}${endings[ended].zh}：${summary}`.slice(0, 300),
  en: `${title.en}: ${endings[ended].en}. ${summary}`.slice(0, 300),
});
