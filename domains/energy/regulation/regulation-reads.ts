import { read, sql } from '@opengoa/kernel';
import { addDays, instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { findBuilding } from '../buildings/building-store.ts';
import { findMeter } from '../meters/meter-store.ts';
import { ripeAt } from './approve-regulation.ts';
import { ControlPointAnswer, RegulationAnswer, SwitchAnswer, TrialAnswer } from './contract.ts';
import { staleness } from './decide-point.ts';
import { standingOf } from './entry-store.ts';
import { boundsOf, exposed, lawOn } from './law.ts';
import { actingOn, findPlan, findSwitch, plansWhere } from './plan-store.ts';
import { offersOfPlan, regulationReaders } from './plan.ts';
import { findPoint, pointsWhere } from './point-store.ts';
import { lastReadOf, surroundingsOf } from './surroundings.ts';
import { tryOnHistory } from './try-on-history.ts';

const longAgo = new Date(0);

/** One point: how it stands, its limits beside the law's, and how fresh what it goes by is. */
export const oneControlPoint = read('energy.control-point', {
  title: { zh: '受控点', en: 'A control point' },
  query: z.strictObject({ id: z.uuid() }),
  answer: ControlPointAnswer,
  who: regulationReaders,
  async fetch(tx, { id }, context) {
    const { value, valueAt, ...point } = await findPoint(tx, id);
    const building = await findBuilding(tx, point.building);
    const meter = await findMeter(tx, point.meter);
    const readAt = (await lastReadOf(tx, [id], context.now)).get(id) ?? null;
    const held = (await standingOf(tx, [id], context.now)).get(id)?.held ?? null;
    const plan =
      (await actingOn(tx, [id], null)) ?? (await plansWhere(tx, sql`state = 'shadow' and ${id} = any (points)`))[0];
    const law = lawOn(point.sets, point.unit, exposed(point), context);
    return {
      ...point,
      unitName: context.organisation.unit(point.unit)?.name ?? '',
      buildingName: building.name,
      meterName: meter.name,
      readAt: readAt?.toISOString() ?? null,
      fresh: staleness({ readAt, limits: point }, context.now, longAgo) === null,
      value,
      valueAt: valueAt?.toISOString() ?? null,
      heldUntil: held && held.until > context.now ? held.until.toISOString() : null,
      plan: plan ? { id: plan.id, name: plan.name, state: plan.state } : null,
      law: law && {
        outcome: law.outcome,
        allowed: law.allowed as number,
        document: [law.source.document, law.source.number].filter((word) => word !== undefined).join(' '),
        confidence: law.confidence,
      },
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: ['energy.change-control-point'], place: { unit } }),
});

/** One plan: what it wants of which points, by whom it was proposed and approved, and how its points stand. */
export const oneRegulation = read('energy.regulation-plan', {
  title: { zh: '调控方案', en: 'A regulation' },
  query: z.strictObject({ id: z.uuid() }),
  answer: RegulationAnswer,
  who: regulationReaders,
  async fetch(tx, { id }, context) {
    const { approvedBy: _by, ...plan } = await findPlan(tx, id);
    const points = await pointsWhere(tx, sql`id = any (${[...plan.points]}::uuid[])`);
    const standing = await standingOf(tx, plan.points, context.now);
    const switched = await findSwitch(tx, plan.unit);
    const buildings = await tx.rows<{ id: string; name: string }>(
      sql`select id, name from energy.building where id = any (${points.map(({ building }) => building)}::uuid[])`,
    );
    const names = new Map(buildings.map((each) => [each.id, each.name]));
    return {
      ...plan,
      points: [...plan.points],
      rules: [...plan.rules],
      unitName: context.organisation.unit(plan.unit)?.name ?? '',
      shadowSince: plan.shadowSince.toISOString(),
      ripeAt: ripeAt(plan, context).toISOString(),
      proposedAt: plan.proposedAt.toISOString(),
      approvedAt: plan.approvedAt?.toISOString() ?? null,
      stoppedAt: plan.stoppedAt?.toISOString() ?? null,
      switchedOn: switched?.running ?? false,
      of: points.map((point) => {
        const held = standing.get(point.id)?.held ?? null;
        return {
          id: point.id,
          name: point.name,
          building: names.get(point.building) ?? '',
          sets: point.sets,
          ...boundsOf(point, context),
          safe: point.safe,
          value: point.value,
          heldUntil: held && held.until > context.now ? held.until.toISOString() : null,
        };
      }),
    };
  },
  at: ({ unit, id }) => ({ unit, object: id }),
  moves: (plan) => offersOfPlan(plan),
});

const stepMinutes = 15;
/** Two weeks of fifty points are as much as one asks for. */
const daysAsked = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(14));

/** 试算: what a plan would have commanded over the last days. Nothing is sent. */
export const regulationTrial = read('energy.regulation-trial', {
  title: { zh: '方案试算', en: 'A regulation tried on history' },
  query: z.strictObject({ plan: z.uuid(), days: daysAsked.default(3) }),
  answer: TrialAnswer,
  who: regulationReaders,
  async fetch(tx, { plan: id, days }, context) {
    const plan = await findPlan(tx, id);
    const { now, today, calendar } = context;
    const first = addDays(today, -days);
    const from = instantAt(first, 0);
    const points = await pointsWhere(tx, sql`id = any (${[...plan.points]}::uuid[])`);
    const around = await surroundingsOf(tx, points, { from: first, to: today }, calendar);
    const reads = await tx.rows<{ meter: string; at: Date[] }>(sql`
      select r.meter_id as meter, array_agg(r.at + make_interval(mins => coalesce(m.interval_minutes, 0)) order by r.at) as at
        from energy.reading r join energy.meter m on (m.node_id, m.id) = (r.node_id, r.meter_id)
       where r.meter_id = any (${points.map(({ meter }) => meter)}::uuid[]) and r.quality in (0, 3)
         and r.at >= ${from}::timestamptz - interval '1 day' and r.at < ${now} group by r.meter_id`);
    const readOf = new Map(reads.map(({ meter, at }) => [meter, at.map((each) => new Date(each).getTime())]));
    const tried = points.flatMap((point) => {
      const place = around.get(point.id);
      if (!place) return [];
      const given = { id: point.id, name: point.name, limits: point, bounds: boundsOf(point, context), around: place };
      return [
        tryOnHistory({ ...given, readAt: readOf.get(point.meter) ?? [] }, plan.rules, { from, to: now, stepMinutes }),
      ];
    });
    return { plan: id, unit: plan.unit, from: from.toISOString(), to: now.toISOString(), stepMinutes, points: tried };
  },
  at: ({ unit, plan }) => ({ unit, object: plan }),
});

/** 自动调控开关 of a unit, and how much acts there. */
export const regulationSwitch = read('energy.regulation-switch', {
  title: { zh: '自动调控开关', en: 'Whether regulation is on' },
  query: z.strictObject({ unit: z.uuid() }),
  answer: SwitchAnswer,
  who: [...regulationReaders, 'system-admin'],
  async fetch(tx, { unit }, { organisation }) {
    const switched = await findSwitch(tx, unit);
    const { points, acting } = await tx.one<{ points: number; acting: number }>(sql`
      select (select count(*)::int from energy.control_point where unit_id = ${unit}) as points,
             (select count(*)::int from energy.regulation_plan where unit_id = ${unit} and state = 'active') as acting`);
    return {
      unit,
      unitName: organisation.unit(unit)?.name ?? '',
      running: switched?.running ?? false,
      document: switched?.document ?? null,
      setBy: switched?.setBy ?? null,
      setAt: switched?.setAt.toISOString() ?? null,
      points,
      acting,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: ['energy.switch-regulation'], place: { unit } }),
});
