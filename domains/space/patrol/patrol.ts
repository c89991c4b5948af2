import {
  type Context,
  type FactDraft,
  type Id,
  newId,
  type Offer,
  sql,
  tableOfMoves,
  endTasksOf,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import type { DefectState, PatrolState } from './contract.ts';
import { findingStates, patrolStates } from './words.zh.ts';

/** 一次巡检, and what was found on it. */
export interface Patrol {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly person: Id;
  readonly state: PatrolState;
  readonly version: number;
}
export interface Defect {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id;
  /** Where it was found, by whoever sees it. */
  readonly building: string | null;
  readonly place: string;
  readonly what: string;
  readonly state: DefectState;
  readonly assigned: Id | null;
  readonly version: number;
}

export const patrolMoves = tableOfMoves('space.patrol', patrolStates, 'planned', {
  planned: {
    'space.report-defect': 'planned',
    'space.finish-patrol': 'done',
    'space.cancel-patrol': 'cancelled',
  },
  done: {},
  cancelled: {},
});
export const defectMoves = tableOfMoves('space.defect', findingStates, 'open', {
  open: { 'space.assign-defect': 'assigned' },
  assigned: { 'space.rectify-defect': 'rectified', 'space.assign-defect': 'assigned' },
  rectified: { 'space.verify-defect': ['closed', 'assigned'] },
  closed: {},
});

export const patrolOf = ({ id }: Pick<Patrol, 'id'>) => ({ kind: 'space.patrol', id });
export const defectOf = ({ id }: Pick<Defect, 'id'>) => ({ kind: 'space.defect', id });
export const patrolOffers = ({ unit, person, state }: Pick<Patrol, 'unit' | 'person' | 'state'>): Offer => ({
  verbs: patrolMoves.from(state),
  place: { unit, person },
});
/** Putting right stands where its holder is, the rest at the unit. */
export const defectOffers = ({
  unit,
  assigned,
  state,
}: Pick<Defect, 'unit' | 'assigned' | 'state'>): readonly Offer[] => {
  const verbs = defectMoves.from(state);
  return [
    { verbs: verbs.filter((verb) => verb === 'space.rectify-defect'), place: { unit, person: assigned } },
    { verbs: verbs.filter((verb) => verb !== 'space.rectify-defect'), place: { unit } },
  ];
};

export const lockPatrol = (tx: Tx, id: Id) =>
  tx.one<Patrol>(sql`
    select id, unit_id as unit, building_id as building, person_id as person, state, version from space.patrol where id = ${id} for update`);
export const lockDefect = (tx: Tx, id: Id) =>
  tx.one<Defect>(sql`
    select f.id, f.unit_id as unit, f.person_id as person, b.name as building, f.place, f.what, f.state, f.assigned_id as assigned, f.version
      from space.patrol_finding f
      left join space.patrol p on (p.node_id, p.id) = (f.node_id, f.patrol_id)
      left join space.building b on (b.node_id, b.id) = (p.node_id, p.building_id)
     where f.id = ${id} for update of f`);
/** The open task of a defect: to put it right. */
export const defectTask = (tx: Tx, defect: Id) =>
  tx.maybe<{ id: Id }>(sql`select id from kernel.task where object_id = ${defect} and state = 'open' limit 1`);

export const endDefectTask = (
  { id, unit }: Defect,
  task: { readonly id: Id } | undefined,
  state: 'done' | 'withdrawn',
  context: Context,
) => endTasksOf({ object: { kind: 'space.defect', id }, unit }, [task], context, state);

export const taskToRectify = (defect: Defect, person: Id, due: string, { actor }: Context): FactDraft =>
  TaskRaised.of({
    object: defectOf(defect),
    unit: defect.unit,
    body: {
      task: {
        id: newId(),
        step: null,
        title: { zh: '整改巡检问题', en: 'Put a defect right' },
        holders: [person],
        copied: [],
        due: new Date(`${due}T18:00:00+08:00`).toISOString(),
      },
      kind: 'space.rectify-defect',
      asker: actor.person,
      summary: [defect.building, defect.place, defect.what].filter(Boolean).join(' ').slice(0, 500),
      opens: '/space/defects',
      verbs: ['space.rectify-defect'],
    },
  });
