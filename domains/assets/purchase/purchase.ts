import {
  type Context,
  type FactDraft,
  type Id,
  nearestHolders,
  newId,
  type Offer,
  sql,
  endTasksOf,
  TaskRaised,
  tableOfMoves,
  type Tx,
} from '@opengoa/kernel';
import type { PurchaseState } from './contract.ts';
import { purchaseStates } from './words.zh.ts';

/** 购置计划. */
export interface Purchase {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly year: number;
  readonly title: string;
  readonly state: PurchaseState;
  readonly totalFen: number;
  readonly plannedBy: Id | null;
  readonly budgetItem: string;
  readonly funds: string;
  readonly supplier: string;
  readonly version: number;
}

export const purchaseMoves = tableOfMoves('assets.purchase', purchaseStates, 'planned', {
  planned: {
    'assets.take-idle': 'planned',
    'assets.decline-idle': 'planned',
    'assets.ask-purchase': 'asked',
    'assets.withdraw-purchase': 'withdrawn',
  },
  asked: {
    // What is to be looked at once more.
    'assets.take-idle': 'asked',
    'assets.decline-idle': 'asked',
    'assets.approve-purchase': 'approved',
    'assets.refuse-purchase': 'refused',
    'assets.withdraw-purchase': 'withdrawn',
  },
  approved: {
    'assets.take-idle': 'approved',
    'assets.decline-idle': 'approved',
    'assets.link-inquiry': 'approved',
    'assets.accept-delivery': ['approved', 'received'],
    'assets.withdraw-purchase': 'withdrawn',
  },
  refused: {},
  withdrawn: {},
  received: {},
});

export const purchaseOf = ({ id }: Pick<Purchase, 'id'>) => ({ kind: 'assets.purchase', id });

/** Matches and deliveries are of one line and stand beside it; the rest is offered for the whole. */
export const offersFor = ({ id, unit, state }: Pick<Purchase, 'id' | 'unit' | 'state'>): Offer => ({
  verbs: purchaseMoves
    .from(state)
    .filter((verb) => !['assets.take-idle', 'assets.decline-idle', 'assets.accept-delivery'].includes(verb)),
  place: { unit, object: id },
});

export const lockPurchase = (tx: Tx, id: Id) =>
  tx.one<Purchase>(sql`
    select id, unit_id as unit, number, year, title, state, total_fen as "totalFen", planned_by as "plannedBy", budget_item as "budgetItem", funds, supplier,
           version
      from assets.purchase where id = ${id} for update`);

export const openTask = (tx: Tx, purchase: Id, kind: 'assets.approve-purchase' | 'assets.look-again') =>
  tx.maybe<{ id: Id }>(
    sql`select id from kernel.task where object_id = ${purchase} and kind = ${kind} and state = 'open' limit 1`,
  );

/** Up to this estimate a head approves, above it a leader. Fen. */
export const headsLimitFen = (unit: Id, { standards, organisation, today }: Context): number =>
  standards.numberOn('assets.purchase-rules', today, organisation.place(unit), { item: 'head' });

export const yuanOf = (fen: number): string => (fen / 100).toFixed(2);

/** Asks whoever may approve so much, the nearest first; never who planned it. */
export function taskToApprove(purchase: Purchase, context: Context): FactDraft[] {
  const { organisation } = context;
  const role = purchase.totalFen > headsLimitFen(purchase.unit, context) ? 'leader' : 'head';
  const holders = [role, 'leader']
    .map((asked) => nearestHolders(organisation, asked, purchase.unit, purchase.plannedBy))
    .find((persons) => persons.length > 0);
  if (!holders) return [];
  return [
    TaskRaised.of({
      object: purchaseOf(purchase),
      unit: purchase.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '审批购置计划', en: 'Approve a purchase' },
          holders: [...holders],
          copied: [],
          due: context.calendar.deadlineAfterWorkdays(context.now, 3).toISOString(),
        },
        kind: 'assets.approve-purchase',
        asker: purchase.plannedBy,
        summary: `${purchase.number} ${purchase.title}，预算 ${yuanOf(purchase.totalFen)} 元`.slice(0, 500),
        opens: `/assets/purchases/${purchase.id}`,
        verbs: ['assets.approve-purchase', 'assets.refuse-purchase'],
      },
    }),
  ];
}

/** Asks whoever planned it to answer for an idle thing once more; whoever keeps the ledger, where that is not known. */
export const taskToLookAgain = (
  purchase: Pick<Purchase, 'id' | 'unit' | 'number' | 'plannedBy'>,
  { thing, words }: { readonly thing: string; readonly words: string },
  { actor, calendar, now, organisation }: Context,
): FactDraft =>
  TaskRaised.of({
    object: purchaseOf(purchase),
    unit: purchase.unit,
    body: {
      task: {
        id: newId(),
        step: null,
        title: { zh: '再核对闲置资产', en: 'Look at an idle thing again' },
        holders: purchase.plannedBy
          ? [purchase.plannedBy]
          : nearestHolders(organisation, 'assets-clerk', purchase.unit).slice(0, 20),
        copied: [],
        due: calendar.deadlineAfterWorkdays(now, 3).toISOString(),
      },
      kind: 'assets.look-again',
      asker: actor.person,
      summary: `${purchase.number} 未选用的 ${thing}，上级请再核对：${words}`.slice(0, 500),
      opens: `/assets/purchases/${purchase.id}`,
      verbs: ['assets.take-idle', 'assets.decline-idle'],
    },
  });

export const endTask = (
  purchase: Purchase,
  task: { readonly id: Id } | undefined,
  state: 'done' | 'withdrawn',
  context: Context,
) => endTasksOf({ object: purchaseOf(purchase), unit: purchase.unit }, [task], context, state);

/** What every verb that decides over a plan has in common. */
export const onPurchase = {
  on: 'assets.purchase',
  object: <Input extends { purchase: Id }>({ purchase }: Input) => purchase,
  load: async <Input extends { purchase: Id }>(tx: Tx, { purchase }: Input) => ({
    purchase: await lockPurchase(tx, purchase),
    task: await openTask(tx, purchase, 'assets.approve-purchase'),
    again: await openTask(tx, purchase, 'assets.look-again'),
  }),
  at: ({ purchase }: { readonly purchase: Purchase }) => ({ unit: purchase.unit, object: purchase.id }),
};
