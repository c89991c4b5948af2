import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { FloorPlanAnswer, RoomOnPlanAnswer } from './contract.ts';
import { drawnAreaTolerance } from './drawn-area.ts';
import { findFloor } from './plan-store.ts';
import { roomsOnPlan } from './rooms-on-plan.ts';

/** 楼层平面图: its rooms with what they may be coloured by, the shapes of one plan, and the meters that stand on it. */
export const floorPlan = read('space.floor-plan', {
  title: { zh: '楼层平面图', en: 'A floor as it is drawn' },
  query: z.strictObject({ id: z.uuid(), plan: z.uuid().optional() }),
  answer: FloorPlanAnswer,
  who: readers,
  async fetch(tx, { id, plan: asked }, context) {
    const floor = await findFloor(tx, id);
    const plans = (
      await tx.rows<Omit<NonNullable<FloorPlanAnswer['plan']>, 'takenAt' | 'shapes'> & { takenAt: Date }>(sql`
        select id, number, source, file_name as "fileName", file_id as file, taken_name as "takenName", taken_at as "takenAt"
          from space.floor_plan where floor_id = ${id} order by number desc limit 50`)
    ).map((plan) => ({ ...plan, takenAt: plan.takenAt.toISOString() }));
    const shown = asked === undefined ? plans[0] : plans.find((plan) => plan.id === asked);
    const shapes = shown
      ? await tx.rows<NonNullable<FloorPlanAnswer['plan']>['shapes'][number]>(sql`
          select id, room_id as room, layer, label, outline, area_m2::float8 as "areaM2", difference_m2::float8 as "differenceM2",
                 tolerance_m2::float8 as "toleranceM2"
            from space.shape where plan_id = ${shown.id} order by label, id`)
      : [];
    return {
      ...floor,
      rooms: await roomsOnPlan(tx, id, context),
      plan: shown ? { ...shown, shapes } : null,
      plans: plans.map(({ id: plan, number, fileName, takenName, takenAt }) => ({
        id: plan,
        number,
        fileName,
        takenName,
        takenAt,
      })),
      meters: await tx.rows<FloorPlanAnswer['meters'][number]>(sql`
        select p.id, p.meter_id as meter, p.meter as name, p.carrier, p.room_id as room, p.from_day as "from"
          from space_read.meter_place_v1 p where p.floor_id = ${id} and p.to_day is null order by p.meter, p.id limit 500`),
      tolerance: drawnAreaTolerance(floor.unit, context),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: ['space.take-plan', 'space.place-meter'], place: { unit } }),
});

/** What stands behind one room of a plan: who sits in it, which things and meters are in it. */
export const roomOnPlan = read('space.room-on-plan', {
  title: { zh: '平面图上的房间', en: 'A room on its plan' },
  query: z.strictObject({ id: z.uuid() }),
  answer: RoomOnPlanAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const { unit } = await tx.one<{ unit: string }>(sql`select unit_id as unit from space.room where id = ${id}`);
    const people = await tx.rows<{ person: string; standing: string; since: string }>(sql`
      select person_id as person, standing, from_day as since from space.seating where room_id = ${id} and to_day is null order by from_day, id limit 200`);
    return {
      id,
      unit,
      people: people.map((each) => ({ ...each, name: organisation.personName(each.person) ?? '' })),
      assets: await tx.rows<RoomOnPlanAnswer['assets'][number]>(sql`
        select id, number, name, quantity, state from assets_read.card_v1 where room_id = ${id} and state <> 'disposed' order by number, id limit 200`),
      meters: await tx.rows<RoomOnPlanAnswer['meters'][number]>(sql`
        select p.meter_id as meter, m.name, m.carrier, m.measure, to_char(t.month, 'YYYY-MM') as month, t.amount::float8 as amount
          from space.meter_place p
          join energy_read.meter_v1 m on (m.node_id, m.id) = (p.node_id, p.meter_id)
          left join lateral (
            select month, sum(amount) as amount from energy_read.month_v1 a where a.meter_id = p.meter_id and a.count > 0
             group by month order by month desc limit 1) t on true
         where p.room_id = ${id} and p.to_day is null order by m.name, p.id`),
    };
  },
  at: ({ unit }) => ({ unit }),
});
