import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import {
  DemandRaised,
  DemandWithdrawn,
  MatchAccepted,
  MatchApproved,
  MatchDeclined,
  MatchRefused,
  type MatchState,
  PlanAccepted,
  PlanAsked,
  PlanFound,
  PlanMoved,
  PlanStopped,
  RefusalFollowed,
} from './contract.ts';

export interface Match {
  readonly id: Id;
  readonly unit: Id;
  readonly giver: Id;
  readonly state: MatchState;
  readonly version: number;
}
export const lockMatch = (tx: Tx, id: Id) =>
  tx.one<Match>(
    sql`select id, unit_id as unit, giver_id as giver, state, version from assets.match where id = ${id} for update`,
  );
export interface Plan {
  readonly id: Id;
  readonly unit: Id;
  readonly state: 'working' | 'ready' | 'stopped' | 'closed';
  readonly version: number;
}
export const lockPlan = (tx: Tx, id: Id) =>
  tx.one<Plan>(sql`select id, unit_id as unit, state, version from assets.pool_plan where id = ${id} for update`);

const ended = (state: 'approved' | 'declined', object: { id: Id }, said: string, tx: Tx) =>
  tx.run(sql`update assets.match set state = ${state}, said = ${said}, version = version + 1 where id = ${object.id}`);

export const matchSaves = [
  saves(DemandRaised, (tx, { object, unit, body: it }, { now }) =>
    tx.run(sql`
      insert into assets.demand (id, unit_id, number, name, class, item, quantity, need_by, until_day, urgent, may_borrow, worst_condition, least_life_years,
                                 new_price_fen, place, longitude, latitude, purpose, body_id, reach, state, raised_at, search)
      values (${object.id}, ${unit}, ${it.number}, ${it.name}, ${it.class}, ${it.item}, ${it.quantity}, ${it.needBy}, ${it.until}, ${it.urgent},
              ${it.mayBorrow}, ${it.worstCondition}, ${it.leastLifeYears}, ${it.newPriceFen}, ${it.place}, ${it.longitude}, ${it.latitude}, ${it.purpose},
              ${it.body}, ${it.reach}, 'open', ${now}, ${searchPieces(it.number, it.name, it.item)})`),
  ),
  saves(DemandWithdrawn, (tx, { object }) =>
    tx.run(sql`update assets.demand set state = 'withdrawn', version = version + 1 where id = ${object.id}`),
  ),
  saves(MatchAccepted, async (tx, { object, unit, body: it }, { now }) => {
    await tx.run(sql`
      insert into assets.match (id, unit_id, giver_id, demand_id, offer_id, plan_id, name, needed, measure, quantity, score, saved_fen, reasons, state, made_at)
      values (${object.id}, ${unit}, ${it.giver}, ${it.demand}, ${it.offer}, ${it.plan}, ${it.name}, ${it.needed}, ${it.measure}, ${it.quantity}, ${it.score},
              ${it.savedFen}, ${JSON.stringify(it.reasons)}::jsonb, 'approving', ${now})`);
    await tx.run(sql`
      insert into assets.claim (id, unit_id, keeper_id, offer_id, demand_id, kind, quantity, state, made_at)
      values (${object.id}, ${unit}, ${it.giver}, ${it.offer}, ${it.demand}, 'match', ${it.quantity}, 'held', ${now})`);
  }),
  saves(MatchApproved, (tx, { object, body }) => ended('approved', object, body.opinion, tx)),
  saves(MatchDeclined, async (tx, { object, body }, { today, standards }) => {
    const days = standards.numberOn('assets.pool-days', today, [], { item: 'ask-again' });
    await ended('declined', object, body.opinion, tx);
    await tx.run(sql`
      update assets.match set refused_by = 'giver', refusal = 'other', ask_again_on = ${today}::date + ${days}::int where id = ${object.id}`);
    await tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${object.id}`);
  }),
  saves(MatchRefused, (tx, { object, unit, body: it }, { now }) =>
    tx.run(sql`
      insert into assets.match (id, unit_id, giver_id, demand_id, offer_id, name, needed, measure, quantity, score, saved_fen, state, refused_by, refusal, said,
                                ask_again_on, made_at)
      values (${object.id}, ${unit}, ${it.giver}, ${it.demand}, ${it.offer}, ${it.name}, ${it.needed}, ${it.measure}, 1, 0, 0, 'refused', ${it.side},
              ${it.reason}, ${it.said}, ${it.askAgainOn}, ${now})`),
  ),
  saves(RefusalFollowed, (tx, { object, body }, { today }) =>
    tx.run(sql`
      update assets.match set followed_said = ${body.said}, followed_day = ${today}, version = version + 1 where id = ${object.id}`),
  ),
  saves(PlanAsked, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into assets.pool_plan (id, unit_id, number, state, asked_at, asked_name)
      values (${object.id}, ${unit}, ${body.number}, 'working', ${now}, ${actor.name})`),
  ),
  saves(PlanMoved, (tx, { object, body }) =>
    tx.run(sql`update assets.pool_plan set done = ${body.done}, steps = ${body.of} where id = ${object.id}`),
  ),
  saves(PlanFound, async (tx, { object, unit, body }) => {
    await tx.run(sql`
      update assets.pool_plan set state = 'ready', summary = ${JSON.stringify(body.summary)}::jsonb, done = steps, version = version + 1
       where id = ${object.id}`);
    await tx.run(sql`
      insert into assets.pool_plan_line (id, unit_id, plan_id, demand_id, offer_id, receiver_id, giver_id, name, needed, quantity, score, saved_fen,
                                         transport_fen, state)
      select id, ${unit}, ${object.id}, demand, offer, receiver, giver, name, needed, quantity, score, "savedFen", "transportFen", 'open'
        from json_to_recordset(${JSON.stringify(body.lines)}::json) as r (
             id uuid, demand uuid, offer uuid, receiver uuid, giver uuid, name text, needed text, quantity int, score int, "savedFen" bigint,
             "transportFen" bigint)`);
  }),
  saves(PlanStopped, (tx, { object }) =>
    tx.run(sql`update assets.pool_plan set state = 'stopped', version = version + 1 where id = ${object.id}`),
  ),
  saves(PlanAccepted, async (tx, { object, body }) => {
    await tx.run(sql`update assets.pool_plan_line set state = 'accepted' where id = any (${[...body.lines]}::uuid[])`);
    await tx.run(sql`
      update assets.pool_plan set version = version + 1,
             state = case when exists (select from assets.pool_plan_line where plan_id = ${object.id} and state = 'open') then state else 'closed' end
       where id = ${object.id}`);
  }),
];
