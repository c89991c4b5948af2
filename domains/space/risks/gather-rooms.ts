import { empty, type Context, type Id, type LooksAgain, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { roomsAsKnown } from '../ledger/rooms-as-known.ts';
import { heldPosts, holdingsOf } from '../seating/held-posts.ts';
import { PersonMoved, PersonSeated, SeatingEnded } from '../seating/contract.ts';
import { judgedRooms, type JudgedSeat } from '../seating/judged-room.ts';
import { seatedOn, seatsOf } from '../seating/seating-store.ts';
import { askedOn, seatsKnown } from './as-known.ts';
import type { OverStandardRoomInputs } from './over-standard-room/risk.ts';
import type { RetiredNotVacatedInputs } from './retired-not-vacated/risk.ts';
import type { TwoOfficesInputs } from './two-offices/risk.ts';

interface Office {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly areaM2: number;
  readonly bound: boolean;
}

const OfRoom = z.looseObject({ room: z.uuid() });
/** Somebody came or went: the room is looked at, and by night all of them. */
const afterSeats: LooksAgain = {
  of: [PersonSeated.name, PersonMoved.name, SeatingEnded.name],
  at: ({ body }) => OfRoom.safeParse(body).data?.room ?? null,
};

/** Offices in which somebody sat on a day, as they stand or as they were known before an instant. */
const offices = (tx: Tx, day: string, only?: readonly Id[], knownBefore?: Date): Promise<Office[]> =>
  knownBefore ? officesKnown(tx, day, only, knownBefore) : officesStanding(tx, day, only);

const officesStanding = (tx: Tx, day: string, only?: readonly Id[]) =>
  tx.rows<Office>(sql`
    select r.id, r.unit_id as unit, coalesce(b.name || ' ', '') || r.number as name, r.area_m2 as "areaM2", r.bound
      from space.room r left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
     where r.use = 'office' and r.state <> 'disposed'
       and exists (select from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id)
                      and s.from_day <= ${day}::date and (s.to_day is null or s.to_day > ${day}::date))
       ${only ? sql`and r.id = any (${[...only]}::uuid[])` : empty}
     order by r.id limit 20000`);

async function officesKnown(
  tx: Tx,
  day: string,
  only: readonly Id[] | undefined,
  knownBefore: Date,
): Promise<Office[]> {
  const { rooms, buildings } = await roomsAsKnown(tx, knownBefore);
  const used = [...rooms.values()].filter(
    ({ id, use, state }) => use === 'office' && state !== 'disposed' && (!only || only.includes(id)),
  );
  const seats = await seatedOn(
    tx,
    used.map(({ id }) => id),
    day,
    knownBefore,
  );
  const satIn = new Set(seats.map(({ room }) => room));
  return used
    .filter(({ id }) => satIn.has(id))
    .map(({ id, unit, number, areaM2, bound, building }) => ({
      id,
      unit,
      name: [buildings.get(building), number].filter((part) => part !== undefined).join(' '),
      areaM2,
      bound,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const caseOf = ({ id, unit, name }: Office, period: readonly [string, string]) => ({
  subject: { kind: 'space.room', id, name },
  unit,
  period,
  opens: `/space/rooms/${id}`,
});
/** The last day of the period that has come. */
const dayOf = (toExclusive: string, context: Pick<Context, 'today'>, knownBefore: Date | undefined) =>
  [addDays(toExclusive, -1), askedOn(context, knownBefore)].toSorted()[0]!;

/** Every office with people in it, beside their standards. */
export const overStandardRoom: RiskSource = {
  kit: 'over-standard-room',
  looksAgain: afterSeats,
  asKnown: seatsKnown,
  async gather(tx, period, context, only, knownBefore) {
    const day = dayOf(period[1], context, knownBefore);
    const rooms = await offices(tx, day, only, knownBefore);
    const judged = new Map((await judgedRooms(tx, rooms, day, context, knownBefore)).map((each) => [each.room, each]));
    return rooms.map((room) => {
      const { seats, capM2 } = judged.get(room.id)!;
      const toVacate = seats.filter((seat) => seat.toVacate).length;
      return {
        ...caseOf(room, period),
        inputs: {
          day,
          areaM2: room.areaM2,
          bound: room.bound,
          people: seats.length,
          unknown: seats.filter((seat) => !seat.toVacate && seat.capM2 === null).length,
          toVacate,
          capM2,
        } satisfies OverStandardRoomInputs,
      };
    });
  },
};

/** Offices of people who sit in more than one. */
export const twoOffices: RiskSource = {
  kit: 'two-offices',
  looksAgain: afterSeats,
  asKnown: seatsKnown,
  async gather(tx, period, context, only, knownBefore) {
    const day = dayOf(period[1], context, knownBefore);
    const rooms = await offices(tx, day, only, knownBefore);
    const names = new Map((await offices(tx, day, undefined, knownBefore)).map(({ id, name }) => [id, name]));
    const judged = await judgedRooms(tx, rooms, day, context, knownBefore);
    const persons = [...new Set(judged.flatMap(({ seats }) => seats.map(({ seat }) => seat.person)))];
    const bySeat = Map.groupBy(
      // Meeting rooms and the like are nobody's office.
      (await seatsOf(tx, persons, day, knownBefore)).filter(({ room }) => names.has(room)),
      ({ person }) => person,
    );
    return judged.flatMap(({ room, seats }) => {
      const office = rooms.find(({ id }) => id === room)!;
      const most = seats
        .map(({ seat }) => bySeat.get(seat.person) ?? [])
        .toSorted((a, b) => b.length - a.length)
        .at(0);
      if (!most) return [];
      return [
        {
          ...caseOf(office, period),
          inputs: {
            areaM2: office.areaM2,
            seats: most.map((seat) => ({
              room: seat.room,
              name: names.get(seat.room) ?? '',
              standing: seat.standing,
              approved: seat.paper !== '',
              from: seat.from,
            })),
          } satisfies TwoOfficesInputs,
        },
      ];
    });
  },
};

/** Who has a post elsewhere and sits here as if nothing had changed. */
const wentElsewhere = ({ toVacate, seat, marks }: JudgedSeat) =>
  !toVacate && seat.standing === 'ordinary' && marks.includes('other-unit');

/** By seat the day on which the last main post at its unit ended; a concurrent one has another time allowed. */
async function endsThere(
  tx: Tx,
  seats: readonly JudgedSeat[],
  day: string,
  { organisation }: Pick<Context, 'organisation'>,
  knownBefore: Date | undefined,
): Promise<ReadonlyMap<Id, string>> {
  const home = (unit: Id) => organisation.institutionOf(unit)?.id ?? unit;
  const persons = seats.map(({ seat }) => seat.person);
  const ended = await tx.rows<{ person: Id; unit: Id; ended: string }>(sql`
    select h.person_id as person, p.unit_id as unit, max(h.valid_to)::text as ended
      from ${holdingsOf(persons, knownBefore)} h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
     where h.person_id = any (${persons}::uuid[]) and h.kind = 'main' and h.valid_to <= ${day}::date
     group by 1, 2`);
  return new Map(
    seats.flatMap(({ seat }) => {
      const days = ended.filter(({ person, unit }) => person === seat.person && home(unit) === home(seat.unit));
      const last = days.map((each) => each.ended).toSorted();
      return last.length > 0 ? [[seat.id, last.at(-1)!] as const] : [];
    }),
  );
}

/** Offices of people who hold no post any more, or hold it elsewhere. */
export const retiredNotVacated: RiskSource = {
  kit: 'retired-not-vacated',
  asKnown: seatsKnown,
  async gather(tx, period, context, only, knownBefore) {
    const day = dayOf(period[1], context, knownBefore);
    const rooms = await offices(tx, day, only, knownBefore);
    const judged = await judgedRooms(tx, rooms, day, context, knownBefore);
    const gone = judged.flatMap(({ seats }) => seats.filter(({ toVacate }) => toVacate).map(({ seat }) => seat.person));
    const ends = new Map(
      (
        await tx.rows<{ person: Id; ended: string | null }>(sql`
          select x.id as person, least(x.valid_to, (select max(h.valid_to) from ${holdingsOf(gone, knownBefore)} h where (h.node_id, h.person_id) = (x.node_id, x.id)))::text as ended
            from kernel.person x where x.id = any (${gone}::uuid[])`)
      ).map(({ person, ended }) => [person, ended]),
    );
    // Entered as retired and in a post all the same: the register of posts has not ended it, and no day is known.
    const posts = await heldPosts(tx, gone, day, knownBefore);
    const elsewhere = await endsThere(
      tx,
      judged.flatMap(({ seats }) => seats.filter(wentElsewhere)),
      day,
      context,
      knownBefore,
    );
    const byId = new Map(rooms.map((room) => [room.id, room]));
    return judged.map(({ room, seats }) => ({
      ...caseOf(byId.get(room)!, period),
      inputs: {
        today: day,
        areaM2: byId.get(room)!.areaM2,
        seats: seats
          .filter(({ toVacate, seat }) => toVacate || elsewhere.has(seat.id))
          .map(({ seat }) => ({
            ended: elsewhere.get(seat.id) ?? (posts.has(seat.person) ? null : (ends.get(seat.person) ?? null)),
          })),
      } satisfies RetiredNotVacatedInputs,
    }));
  },
};
