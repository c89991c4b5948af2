import {
  type CaseAct,
  type CaseRow,
  type Context,
  endTasksOf,
  type FactDraft,
  type Id,
  lockCase,
  moveCaseOf,
  nearestHolders,
  newId,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import { RequestApproved, RequestRefused, RequestSentBack, RequestWithdrawn, type Wanted } from './contract.ts';
import { lockRequest } from './request-store.ts';
import { requestMoves, requestOf, requestPlace, type RoomRequest, summaryOf } from './request.ts';

/** A request with the case that decides on it, both locked. */
export interface InApproval {
  readonly request: RoomRequest;
  readonly row: CaseRow | undefined;
}

/** What every verb of approval has in common. */
export const inApproval = {
  on: 'space.request',
  object: <Input extends { request: Id }>({ request }: Input) => request,
  load: async <Input extends { request: Id }>(tx: Tx, { request }: Input): Promise<InApproval> => ({
    request: await lockRequest(tx, request),
    row: await lockCase(tx, request),
  }),
  at: ({ request }: InApproval) => requestPlace(request),
};

type Told = Wanted & { readonly id: Id; readonly unit: Id; readonly number: string; readonly asker: Id };

/** The steps of approval begin. */
export const openCaseOf = (request: Told, { cases, organisation }: Context) =>
  cases.open({
    definition: 'space.space-request',
    object: requestOf(request),
    unit: request.unit,
    asker: request.asker,
    attributes: { people: request.people, needM2: request.needM2 },
    title: { zh: '用房申请审批', en: 'Approve a request for premises' },
    summary: `${request.number} ${summaryOf(request, organisation.unit(request.unit)?.name ?? '')}`,
    opens: `/space/requests/${request.id}`,
    verbs: ['space.approve-request', 'space.refuse-request', 'space.send-request-back'],
  });

/** Moves the case by one act; where that ends it, the request moves with it. */
export const moveCase = ({ request, row }: InApproval, verb: string, act: CaseAct, context: Context) =>
  moveCaseOf(requestMoves.refusal(request.state, verb), row, act, context, (ended, opinion) => {
    const about = { object: requestOf(request), unit: request.unit, body: { opinion } };
    switch (ended) {
      case 'approved':
        return [RequestApproved.of(about), ...taskToProvide(request, context)];
      case 'refused':
        return [RequestRefused.of(about)];
      case 'returned':
        return [RequestSentBack.of(about)];
      case 'withdrawn':
        return [RequestWithdrawn.of(about)];
    }
  });

/** Approved: whoever keeps the premises, the nearest first, finds it on the desk. */
function taskToProvide(request: RoomRequest, { organisation }: Context): FactDraft[] {
  const holders = nearestHolders(organisation, 'space-clerk', request.unit);
  if (holders.length === 0) return [];
  return [
    TaskRaised.of({
      object: requestOf(request),
      unit: request.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '落实房源', en: 'Provide premises' },
          holders: [...holders],
          copied: [request.asker],
          due: request.wantedBy === null ? null : new Date(`${request.wantedBy}T17:00:00+08:00`).toISOString(),
        },
        kind: 'space.provide',
        asker: request.asker,
        summary: `${request.number} ${summaryOf(request, organisation.unit(request.unit)?.name ?? '')}`,
        opens: `/space/requests/${request.id}`,
        verbs: ['space.allot-to-request', 'space.rule-out-way', 'space.choose-way', 'space.decline-request'],
      },
    }),
  ];
}

export const endTask = (request: RoomRequest, task: { readonly id: Id } | undefined, context: Context) =>
  endTasksOf({ object: requestOf(request), unit: request.unit }, [task], context);
