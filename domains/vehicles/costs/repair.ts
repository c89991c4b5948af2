import {
  type Context,
  type FactDraft,
  type Id,
  newId,
  sql,
  tableOfMoves,
  endTasksOf,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import { repairStates } from './words.zh.ts';

export type RepairState = keyof typeof repairStates;

/** 一次维修, from order to payment. */
export interface Repair {
  readonly id: Id;
  readonly unit: Id;
  readonly vehicle: Id;
  readonly plate: string;
  readonly state: RepairState;
  readonly what: string;
  readonly garage: string;
  readonly orderedBy: Id | null;
  readonly quoteFen: number | null;
  readonly doneDay: string | null;
}

export const repairMoves = tableOfMoves('vehicles.repair', repairStates, 'ordered', {
  ordered: { 'vehicles.quote-repair': 'quoted', 'vehicles.cancel-repair': 'cancelled' },
  quoted: {
    'vehicles.approve-repair': 'approved',
    'vehicles.refuse-repair': 'refused',
    'vehicles.quote-repair': 'quoted',
    'vehicles.cancel-repair': 'cancelled',
  },
  // More was found than quoted: quoted and approved once more.
  approved: {
    'vehicles.finish-repair': 'done',
    'vehicles.quote-repair': 'quoted',
    'vehicles.cancel-repair': 'cancelled',
  },
  done: { 'vehicles.pay-repair': 'paid', 'vehicles.quote-repair': 'quoted' },
  refused: {},
  paid: {},
  cancelled: {},
});

export const repairOf = ({ id }: Pick<Repair, 'id'>) => ({ kind: 'vehicles.repair', id });

export const lockRepair = (tx: Tx, id: Id) =>
  tx.one<Repair>(sql`
    select id, unit_id as unit, vehicle_id as vehicle, plate, state, what, garage, ordered_by as "orderedBy", quote_fen as "quoteFen", done_day as "doneDay"
      from vehicles.repair where id = ${id} for update`);

/** The open task of a repair: to approve it. */
export const approvalTask = (tx: Tx, repair: Id) =>
  tx.maybe<{ id: Id }>(sql`select id from kernel.task where object_id = ${repair} and state = 'open' limit 1`);

/** Up to this quotation a head approves, above it a leader. Fen. */
export const headsLimitFen = ({ unit }: Pick<Repair, 'unit'>, { standards, organisation, today }: Context): number =>
  standards.numberOn('vehicles.repair-approval', today, organisation.place(unit), { item: 'head' });

export const yuanOf = (fen: number): string => (fen / 100).toFixed(2);

/** Asks whoever may approve so much, the nearest first; never who ordered it. */
export function taskToApprove(repair: Repair, quoteFen: number, context: Context): FactDraft[] {
  const { organisation } = context;
  const role = quoteFen > headsLimitFen(repair, context) ? 'leader' : 'head';
  const nearest = (asked: string) =>
    organisation
      .chain(repair.unit)
      .map((unit) => organisation.holdersOfRole(asked, unit.id).filter((person) => person !== repair.orderedBy))
      .find((persons) => persons.length > 0);
  const holders = nearest(role) ?? nearest('leader');
  if (!holders) return [];
  return [
    TaskRaised.of({
      object: repairOf(repair),
      unit: repair.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '审批维修', en: 'Approve a repair' },
          holders: [...holders],
          copied: [],
          due: context.calendar.deadlineAfterWorkdays(context.now, 2).toISOString(),
        },
        kind: 'vehicles.approve-repair',
        asker: repair.orderedBy,
        summary: `${repair.plate} ${repair.what}，报价 ${yuanOf(quoteFen)} 元（${repair.garage}）`,
        opens: '/vehicles/repairs',
        verbs: ['vehicles.approve-repair', 'vehicles.refuse-repair'],
      },
    }),
  ];
}

export const endApproval = (
  repair: Repair,
  task: { id: Id } | undefined,
  state: 'done' | 'withdrawn',
  context: Context,
): FactDraft[] => endTasksOf({ object: repairOf(repair), unit: repair.unit }, [task], context, state);

/** What every verb on a repair has in common. */
export const onRepair = {
  on: 'vehicles.repair',
  object: <Input extends { repair: Id }>({ repair }: Input) => repair,
  load: async <Input extends { repair: Id }>(tx: Tx, { repair }: Input) => ({
    repair: await lockRepair(tx, repair),
    task: await approvalTask(tx, repair),
  }),
  at: ({ repair }: { repair: Repair }) => ({ unit: repair.unit, object: repair.id }),
};
