import { type Context, type DueThing, nearestHolders, type Reminder, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { heldPosts } from '../seating/held-posts.ts';
import { stillServes } from './in-service.ts';
import { type Stay, stayOf } from './stay.ts';
import { housingDays, overdueStays } from './stay-reads.ts';
import { staysWhere } from './stay-store.ts';

/** A task for whoever keeps the homes. It speaks of the home; who lives there is told by the stay that it opens. */
function dueOf(stay: Stay, dueAt: string | null, summary: string, context: Context): DueThing[] {
  const holders = nearestHolders(context.organisation, 'space-clerk', stay.unit);
  if (holders.length === 0) return [];
  return [
    {
      object: stayOf(stay),
      unit: stay.unit,
      dueAt: dueAt === null ? null : new Date(`${dueAt}T23:59:59+08:00`),
      ...(dueAt === null && { late: true }),
      summary: summary.slice(0, 500),
      holders,
      others: [],
      opens: `/space/stays/${stay.id}`,
    },
  ];
}

/** 到期未退: told before the term ends, and until somebody moved out or it is renewed. */
export const stayTermReminder: Reminder = {
  name: 'stay-term',
  title: { zh: '周转住房到期', en: 'A stay comes to its term' },
  async due(tx, context) {
    return (await staysWhere(tx, sql`out_day is null`)).flatMap((stay) => {
      const { today } = context;
      if (stay.to > addDays(today, housingDays('notice', stay.unit, context))) return [];
      const what =
        stay.to < today
          ? `待核实：${stay.homeName} 已于 ${stay.to} 期满，尚未登记退出或续期。已搬离的请办理退出，需要延长的请办理续期。`
          : `${stay.homeName} 将于 ${stay.to} 期满，请联系入住人办理退出或续期。`;
      return dueOf(stay, stay.to, what, context);
    });
  },
  verbs: ['space.renew-stay', 'space.move-out'],
};

/** 不再任职: the register of posts no longer has who lives there at the unit; until they moved out, hold a post there again, or it was renewed since. */
export const stayServiceReminder: Reminder = {
  name: 'stay-service',
  title: { zh: '周转住房入住人任职变动', en: 'A post of somebody in a home ended' },
  async due(tx, context) {
    const { organisation, today } = context;
    const stays = await staysWhere(tx, sql`out_day is null`);
    const persons = stays.map(({ person }) => person);
    const held = await heldPosts(tx, persons, today);
    const left = stays.filter(
      ({ person, personUnit }) =>
        !stillServes(
          organisation,
          personUnit,
          (held.get(person) ?? []).map(({ unit }) => unit),
        ),
    );
    const ends = await lastEnds(tx, left, today);
    return left.flatMap((stay) => {
      const ended = ends.get(stay.person) ?? null;
      if (stay.renewedOn !== null && (ended === null || stay.renewedOn >= ended)) return [];
      const since = ended === null ? '' : `自 ${ended} 起`;
      return dueOf(
        stay,
        ended,
        `待核实：${stay.homeName} 的入住人${since}在原单位没有任职登记，可能是调动、退休或登记未更新。请核实后办理退出或续期。`,
        context,
      );
    });
  },
  verbs: ['space.renew-stay', 'space.move-out'],
};

/** The first day without the post that ended last, by person. */
async function lastEnds(tx: Tx, stays: readonly Stay[], day: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ person: string; ended: string }>(sql`
    select person_id as person, max(valid_to)::text as ended from kernel.holding
     where person_id = any (${stays.map(({ person }) => person)}::uuid[]) and valid_to <= ${day}::date group by 1`);
  return new Map(rows.map(({ person, ended }) => [person, ended]));
}

/** 住房租金逾期: until it is recorded. */
export const homeRentReminder: Reminder = {
  name: 'home-rent',
  title: { zh: '住房租金待登记', en: 'Rent of a home is due' },
  due: async (tx, context) =>
    (await overdueStays(tx, context)).flatMap(({ stay, overdueFen, overdueSince }) =>
      dueOf(
        stay,
        overdueSince,
        `${stay.homeName} 有租金 ${(overdueFen / 100).toFixed(2)} 元过了应缴日未登记，已缴的请补登记。`,
        context,
      ),
    ),
  verbs: ['space.record-home-rent'],
};
