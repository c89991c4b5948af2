import { type Id, newId, notFound, refuse, type Refusal, sql, verb } from '@opengoa/kernel';
import { RoomAllotted } from '../ledger/contract.ts';
import { quotaOn } from '../quota/quota-store.ts';
import { groupsOf, areasOf } from '../quota/quota-reads.ts';
import { cents } from '../quota/reckon-quota.ts';
import { AllotResult, AllotToRequest, LicenceIssued, type Over } from './contract.ts';
import { licenceOf } from './licence.ts';
import { endTask } from './request-case.ts';
import { findOpenTask, lockRequest, nextNumber, ruledOutOf } from './request-store.ts';
import { paperNumber, requestMoves, requestPlace } from './request.ts';
import { wayOrder, wayRefusal } from './way-order.ts';
import { wantedGroups } from './words.zh.ts';

interface Lot {
  readonly room: Id;
  readonly unit: Id;
  readonly number: string;
  readonly building: string;
  readonly areaM2: number;
  readonly group: string;
  readonly state: string;
  readonly since: string | null;
}

/**
 * 调剂配置: vacant rooms become the unit's from a day on, and a licence of use is issued for them. Beyond a quota that rests on confirmed papers it is
 * refused; beyond one that rests on less it is told and kept with the licence.
 */
export const allotToRequest = verb('space.allot-to-request', {
  title: { zh: '配置房间并核发凭证', en: 'Allot rooms and issue the licence' },
  input: AllotToRequest,
  who: ['space-clerk'],
  on: 'space.request',
  facts: [LicenceIssued, RoomAllotted],
  refusals: [
    'not-now',
    'way-ruled-out',
    'ends-before-start',
    'room-not-vacant',
    'room-given-later',
    'allotment-over-quota',
  ],
  result: AllotResult,
  object: ({ request }) => request,
  async load(tx, { request: id, rooms }, context) {
    const request = await lockRequest(tx, id);
    const year = Number(context.today.slice(0, 4));
    await tx.rows(sql`select 1 from space.room where id = any (${[...rooms]}::uuid[]) order by id for update`);
    const lots = await tx.rows<Lot>(sql`
      select r.id as room, r.unit_id as unit, r.number, b.name as building, r.area_m2::float8 as "areaM2", split_part(r.use, '-', 1) as "group", r.state,
             t.from_day::text as since
        from space.room r join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
        left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
       where r.id = any (${[...rooms]}::uuid[]) order by b.name, r.number`);
    const set = await quotaOn(tx, request.unit, context.today);
    return {
      id: newId(),
      request,
      lots,
      ruledOut: await ruledOutOf(tx, id),
      task: await findOpenTask(tx, id),
      groups: set ? groupsOf(await areasOf(tx, request.unit), set.reckoning) : [],
      number: paperNumber('SL', year, await nextNumber(tx, 'SL', year)),
    };
  },
  at: ({ request, lots }) => [
    requestPlace(request),
    ...[...new Set(lots.map(({ unit }) => unit))].map((unit) => ({ unit })),
  ],
  decide({ id, request, lots, ruledOut, task, groups, number }, { rooms, from, until, paper, terms }, context) {
    const closed = requestMoves.refusal(request.state, 'space.allot-to-request');
    if (closed) return closed;
    const early = wayRefusal('adjust', wayOrder(context, request.unit), ruledOut);
    if (early) return early;
    if (until !== null && until <= from) return refuse('ends-before-start');
    const unfit = unfitLot(lots, rooms, from);
    if (unfit) return unfit;
    const over = overOf(lots, groups);
    const stops = over.find(({ confidence }) => confidence === 'confirmed');
    if (stops)
      return refuse('allotment-over-quota', {
        group: wantedGroups[stops.group as keyof typeof wantedGroups],
        after: stops.afterM2,
        may: stops.mayM2,
      });
    return {
      facts: [
        LicenceIssued.of({
          object: licenceOf({ id }),
          unit: request.unit,
          body: {
            number,
            request: request.id,
            from,
            until,
            paper,
            terms,
            rooms: lots.map(({ room, number: its, building, areaM2 }) => ({ room, number: its, building, areaM2 })),
            over,
          },
        }),
        ...lots.map(({ room, unit, number: its }) =>
          RoomAllotted.of({
            object: { kind: 'space.room', id: room },
            unit: request.unit,
            body: { was: unit, from, kind: 'allotted', paper: `${number} ${paper}` },
            facets: { place: { kind: 'room', id: room, name: its } },
          }),
        ),
        ...endTask(request, task, context),
      ],
      result: { licence: id, number, over },
    };
  },
});

/** Every room asked for is there, vacant, and was not given on after the day the licence begins. */
function unfitLot(lots: readonly Lot[], asked: readonly Id[], from: string): Refusal | undefined {
  if (asked.some((room) => !lots.some((lot) => lot.room === room))) return notFound();
  const taken = lots.find(({ state }) => state !== 'vacant');
  if (taken) return refuse('room-not-vacant', { room: taken.number }, { status: 409 });
  const later = lots.find(({ since }) => since !== null && since > from);
  return later ? refuse('room-given-later', { room: later.number, day: later.since }) : undefined;
}

/** Groups of rooms that would go beyond the quota with these. */
function overOf(lots: readonly Lot[], groups: ReturnType<typeof groupsOf>): Over[] {
  return groups.flatMap(({ group, haveM2, mayApprovedM2, paper }) => {
    const added = lots.filter((lot) => lot.group === group).reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const afterM2 = cents(haveM2 + added);
    return added > 0 && mayApprovedM2 !== null && paper !== null && afterM2 > mayApprovedM2
      ? [{ group, afterM2, mayM2: mayApprovedM2, confidence: paper.confidence }]
      : [];
  });
}
