import { type Context, type FactDraft, type Id, type Job, isRefusal, newId, sql, type Tx, verb } from '@opengoa/kernel';
import { CommandsDecided, CommandsUnanswered, type Entry, Regulate, RegulationEnded } from './contract.ts';
import { type Decided, decidePoint, type PointNow, saidAlready, staleness } from './decide-point.ts';
import { type KeptEntry, overdueEntries, standingOf } from './entry-store.ts';
import { boundsOf } from './law.ts';
import { lockPlans, plansWhere, unitsSwitchedOn } from './plan-store.ts';
import { type Plan, planOf } from './plan.ts';
import { lockPoints } from './point-store.ts';
import type { ControlPoint } from './point.ts';
import { lastReadOf, surroundingsOf } from './surroundings.ts';
import { type OpenTask, openTaskOf, taskAbout } from './unanswered.ts';
import { type Wanted, wantedAt } from './wanted.ts';

interface Looked {
  readonly point: ControlPoint;
  readonly acting: Plan | null;
  readonly now: PointNow;
  readonly newest: KeptEntry | null;
  readonly heldBy: Id | null;
}
interface Shadowed {
  readonly plan: Plan;
  readonly point: ControlPoint;
  readonly wanted: Wanted | null;
  readonly readAt: Date | null;
  readonly before: Pick<KeptEntry, 'value' | 'reason'> | null;
}
interface Known {
  readonly plans: readonly Plan[];
  readonly looked: readonly Looked[];
  readonly shadowed: readonly Shadowed[];
  readonly retry: readonly Id[];
  readonly lost: readonly {
    readonly plan: Plan;
    readonly entries: readonly KeptEntry[];
    readonly task: OpenTask | null;
  }[];
}

/** Rows that are not settled: their points are looked at although no plan acts on them any more. */
const unsettled = (now: Date) => sql`
  select point_id from energy.regulation_entry where kind in ('set', 'renew', 'return') and state in ('to-send', 'sent', 'applied', 'unanswered')
     and until > ${new Date(now.getTime() - 2 * 86_400_000)}`;

/** 调控: one round. What is known is loaded, what is to be done is decided point by point, and what is decided is kept to be sent. */
export const regulate = verb('energy.regulate', {
  title: { zh: '调控', en: 'Regulate' },
  input: Regulate,
  who: ['job'],
  internal: true,
  facts: [CommandsDecided, CommandsUnanswered, RegulationEnded],
  refusals: [],
  load: (tx, _input, context) => known(tx, context),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ plans, looked, shadowed, lost }, { since }, context) {
    const begun = new Date(since);
    const { now, today } = context;
    const over = plans.filter(({ to }) => to < today);
    const done = new Map<Id, Entry[]>();
    const add = (plan: Id, point: ControlPoint, { until, ...decided }: Decided) =>
      done.set(plan, [
        ...(done.get(plan) ?? []),
        { id: newId(), point: point.id, plan, ...decided, until: until?.toISOString() ?? null },
      ]);
    for (const each of looked) {
      const decided = decidePoint(each.now, now, begun);
      const plan = decided?.kind === 'lapsed' || decided?.kind === 'return' ? each.heldBy : (each.acting?.id ?? null);
      if (!decided || plan === null) continue;
      const again = limit(context, each.point.unit, 'again-minutes');
      if (decided.kind === 'refused' && saidAlready(decided, each.newest, now, again)) continue;
      add(plan, each.point, decided);
    }
    for (const each of shadowed) {
      const would = beside(each, context, begun);
      if (each.before?.value === would.value && each.before?.reason === would.reason) continue;
      add(each.plan.id, each.point, { kind: 'shadow', until: null, ...would });
    }
    const all = new Map([...plans, ...looked.flatMap(({ acting }) => acting ?? [])].map((plan) => [plan.id, plan]));
    const units = new Map(looked.map(({ point }) => [point.id, point.unit]));
    return [
      ...over.map((plan) => RegulationEnded.of({ object: planOf(plan), unit: plan.unit, body: { to: plan.to } })),
      ...[...done].flatMap(([id, entries]): FactDraft[] =>
        chunks(entries, 200).map((part) =>
          CommandsDecided.of({
            object: planOf({ id }),
            unit: all.get(id)?.unit ?? units.get(part[0]!.point)!,
            body: { entries: part },
          }),
        ),
      ),
      ...lost.flatMap(({ plan, entries, task }): FactDraft[] => [
        CommandsUnanswered.of({
          object: planOf(plan),
          unit: plan.unit,
          body: { commands: entries.map(({ id }) => id).slice(0, 200) },
        }),
        ...taskAbout(plan, `${entries.length} 条指令设备无应答，设备到时将自行返回安全值`, task, context),
      ]),
    ];
  },
  async also(tx, { retry }) {
    if (retry.length > 0)
      await tx.run(sql`
        update energy.regulation_entry set state = 'to-send' where id = any (${[...retry]}::uuid[]) and state = 'sent'`);
  },
});

const limit = ({ standards, organisation, today }: Context, unit: Id, item: string): number =>
  standards.numberOn('energy.regulation', today, organisation.place(unit), { item });

async function known(tx: Tx, context: Context): Promise<Known> {
  const { now, today, calendar } = context;
  const plans = await lockPlans(tx, sql`state in ('active', 'shadow')`);
  const ids = plans.flatMap(({ points }) => points);
  const points = await lockPoints(tx, sql`id = any (${ids}::uuid[]) or id in (${unsettled(now)})`);
  const on = await unitsSwitchedOn(tx);
  const all = points.map(({ id }) => id);
  const standing = await standingOf(tx, all, now);
  const read = await lastReadOf(tx, all, now);
  const around = await surroundingsOf(tx, points, { from: today, to: today }, calendar);
  const wantedBy = (plan: Plan, point: ControlPoint): Wanted | null => {
    const place = around.get(point.id);
    return place ? wantedAt(plan.rules, now, place) : null;
  };
  const before = await lastShadows(tx, all);
  return {
    plans,
    looked: points.map((point) => {
      const acting = plans.find(({ state, points: of }) => state === 'active' && of.includes(point.id)) ?? null;
      const stands = standing.get(point.id);
      return {
        point,
        acting,
        newest: stands?.newest ?? null,
        heldBy: stands?.held?.plan ?? null,
        now: {
          limits: point,
          bounds: boundsOf(point, context),
          plan: acting,
          switchedOn: on.has(point.unit),
          today,
          wanted: acting && wantedBy(acting, point),
          readAt: read.get(point.id) ?? null,
          present: point.value,
          last: stands?.last ?? null,
          held: stands?.held ?? null,
        },
      };
    }),
    shadowed: plans
      .filter(({ state, from, to }) => state === 'shadow' && from <= today && to >= today)
      .flatMap((plan) =>
        points
          .filter(({ id }) => plan.points.includes(id))
          .map((point) => ({
            plan,
            point,
            wanted: wantedBy(plan, point),
            readAt: read.get(point.id) ?? null,
            before: before.get(`${plan.id} ${point.id}`) ?? null,
          })),
      ),
    ...(await overdue(tx, context)),
  };
}

/** No standard asks for an answer sooner. */
const soonestMs = 5_000;

/** Commands that were not answered: to be sent once more, or given up. */
async function overdue(tx: Tx, context: Context): Promise<Pick<Known, 'retry' | 'lost'>> {
  const { now } = context;
  const open = await overdueEntries(tx, new Date(now.getTime() - soonestMs));
  const retry: Id[] = [];
  const lost: KeptEntry[] = [];
  for (const entry of open) {
    const wait = limit(context, entry.unit, 'answer-seconds') * 1_000;
    const tries = limit(context, entry.unit, 'tries');
    const since = now.getTime() - (entry.sentAt ?? entry.decidedAt).getTime();
    const tired = entry.state === 'sent' ? entry.tries >= tries && since >= wait : since >= wait * tries;
    if (tired || (entry.until !== null && entry.until <= now)) lost.push(entry);
    else if (entry.state === 'sent' && since >= wait) retry.push(entry.id);
  }
  const byPlan = Map.groupBy(lost, ({ plan }) => plan);
  const plans = await plansWhere(tx, sql`id = any (${[...byPlan.keys()]}::uuid[])`);
  const given: Known['lost'][number][] = [];
  for (const plan of plans)
    given.push({ plan, entries: byPlan.get(plan.id) ?? [], task: await openTaskOf(tx, plan.id) });
  return { retry, lost: given };
}

async function lastShadows(
  tx: Tx,
  points: readonly Id[],
): Promise<ReadonlyMap<string, Pick<KeptEntry, 'value' | 'reason'>>> {
  const rows = await tx.rows<Pick<KeptEntry, 'plan' | 'point' | 'value' | 'reason'>>(sql`
    select distinct on (plan_id, point_id) plan_id as plan, point_id as point, value::float8 as value, reason from energy.regulation_entry
     where point_id = any (${[...points]}::uuid[]) and kind = 'shadow' and plan_id in (select id from energy.regulation_plan where state = 'shadow')
     order by plan_id, point_id, decided_at desc, id desc`);
  return new Map(rows.map(({ plan, point, value, reason }) => [`${plan} ${point}`, { value, reason }]));
}

/** What a plan that runs beside would want now, or why it would not be sent. */
function beside({ point, wanted, readAt }: Shadowed, context: Context, since: Date): Pick<Decided, 'value' | 'reason'> {
  if (wanted === null) return { value: null, reason: 'no-rule' };
  const { least, most } = boundsOf(point, context);
  const stale = staleness({ readAt, limits: point }, context.now, since);
  const outside = wanted.value < least || wanted.value > most ? ('outside-limits' as const) : null;
  return { value: wanted.value, reason: stale ?? outside ?? wanted.reason };
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** 自动调控: every minute, where there is anything to look at. */
export const regulateJob: Job = {
  name: 'regulate',
  title: { zh: '自动调控', en: 'Regulate' },
  everyMinutes: 1,
  async run({ context, reading, verb: run }) {
    const { any } = await reading((tx) =>
      tx.one<{ any: boolean }>(sql`
        select exists (select from energy.regulation_plan where state in ('active', 'shadow')) or exists (${unsettled(context.now)}) as any`),
    );
    if (!any) return;
    // Nothing that was read before this process began counts as fresh.
    const since = new Date(context.now.getTime() - performance.now()).toISOString();
    const answer = await run('energy.regulate', { since });
    if (isRefusal(answer)) throw new Error(`energy.regulate: ${answer.code} ${JSON.stringify(answer.data)}`);
  },
};
