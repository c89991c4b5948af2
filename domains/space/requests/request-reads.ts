import { findCase, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { basisOf } from './basis-of.ts';
import { Basis, CandidatesAnswer, RequestAnswer } from './contract.ts';
import { findRequest, ruledOutOf } from './request-store.ts';
import { offersFor, requestPlace } from './request.ts';
import { vacantFor } from './vacant-for.ts';
import { nextWay, wayOrder } from './way-order.ts';

const which = z.strictObject({ id: z.uuid() });

/** 单位现状: what a request is filled in with, before it is sent. */
export const requestBasis = read('space.request-basis', {
  title: { zh: '用房现状', en: 'How a unit stands' },
  query: z.strictObject({ unit: z.uuid() }),
  answer: Basis.extend({ unit: z.uuid(), unitName: z.string() }),
  who: ['clerk', 'head', 'leader', 'space-clerk'],
  async fetch(tx, { unit }, context) {
    return {
      unit,
      unitName: context.organisation.unit(unit)?.name ?? '',
      ...(await basisOf(tx, unit, context)),
    };
  },
  at: ({ unit }) => ({ unit }),
});

/** 用房申请: what is needed, how the unit stands, what was ruled out, and who holds it. */
export const oneRequest = read('space.request', {
  title: { zh: '用房申请', en: 'A request for premises' },
  query: which,
  answer: RequestAnswer,
  who: ['self', 'holder', ...readers],
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const { organisation, cases } = context;
    const { requestedAt, ...request } = await findRequest(tx, id);
    const ruledOut = await ruledOutOf(tx, id);
    const row = await findCase(tx, id);
    const order = wayOrder(context, request.unit);
    const next = request.state === 'deciding' ? nextWay(order.ways, ruledOut) : null;
    const { rooms } = next === 'adjust' ? await vacantFor(tx, request, context) : { rooms: [] };
    return {
      ...request,
      unitName: organisation.unit(request.unit)?.name ?? '',
      requestedAt: requestedAt.toISOString(),
      buildingName: await buildingName(tx, request.building),
      ruledOut: ruledOut.map((each) => ({ ...each, saidAt: each.saidAt.toISOString() })),
      order: [...order.ways],
      next,
      orderPaper: order.paper,
      fitting: rooms
        .filter(({ proposed }) => proposed)
        .map(({ id: room, buildingName: in_, number, areaM2 }) => ({ id: room, name: `${in_} ${number}`, areaM2 })),
      licence:
        (await tx.maybe<{ id: string; number: string }>(
          sql`select id, number from space.licence where request_id = ${id} limit 1`,
        )) ?? null,
      acts: row ? cases.may(row).map(({ kind }) => kind) : [],
      waiting: await waitingOn(tx, id),
    };
  },
  at: (request) => requestPlace(request),
  moves: (request) => offersFor(request, request.acts),
});

const buildingName = async (tx: Tx, building: string | null): Promise<string | null> =>
  building === null
    ? null
    : ((await tx.maybe<{ name: string }>(sql`select name from space.building where id = ${building}`))?.name ?? null);

async function waitingOn(tx: Tx, request: string): Promise<RequestAnswer['waiting']> {
  const tasks = await tx.rows<{ title: { zh: string; en: string }; holders: string[]; due: Date | null }>(sql`
    select t.title, t.due_at as due, array_agg(p.name order by p.name) as holders
      from kernel.task t
      join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id) and h.part = 'holder'
      join kernel.person p on (p.node_id, p.id) = (h.node_id, h.person_id)
     where t.object_id = ${request} and t.state = 'open' group by t.id, t.title, t.due_at, t.raised_at order by t.raised_at`);
  return tasks.map(({ due, ...task }) => ({ ...task, due: due?.toISOString() ?? null }));
}

/** 候选房源: the vacant rooms beside what a request needs, those that fit best first, with a lot proposed. */
export const requestCandidates = read('space.request-candidates', {
  title: { zh: '候选房源', en: 'Rooms for a request' },
  query: which,
  answer: CandidatesAnswer,
  who: ['space-clerk'],
  async fetch(tx, { id }, context) {
    const request = await findRequest(tx, id);
    const { rooms, leftM2 } = await vacantFor(tx, request, context);
    const proposed = rooms.filter((room) => room.proposed);
    return {
      request: id,
      unit: request.unit,
      needM2: request.needM2,
      leftM2,
      rooms: rooms.slice(0, 300).map(({ spot: _spot, reasons, zone, ...room }) => ({
        ...room,
        reasons: [...reasons],
        zone: zone as CandidatesAnswer['rooms'][number]['zone'],
      })),
      proposedM2: Math.round(proposed.reduce((sum, { areaM2 }) => sum + areaM2, 0) * 100) / 100,
    };
  },
  at: ({ unit }) => ({ unit }),
});
