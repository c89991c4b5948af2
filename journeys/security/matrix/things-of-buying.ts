import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const lines = [{ name: '会议系统', class: 'A02091200', quantity: 1, priceFen: 1_000_000 }];
const plan = (place: Place) => ({ unit: place.unit, year: 2026, title: place.word, reason: '更新', lines });
const headcount = (place: Place) => ({
  unit: place.unit,
  fromDay: '2026-01-01',
  establishment: 5,
  actual: 5,
  offices: 2,
});

/** At every place: plans in each state, with an idle thing to take and one to decline. */
export async function thingsOfBuying(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => boughtAt(town, place));
  const of =
    (which: keyof Bought, more: object = {}) =>
    (place: Place) => ({
      purchase: things[place.relation][which],
      ...more,
    });
  const answer = (which: 'taking' | 'declining', more: object) => (place: Place) => {
    const { line, card, purchase } = things[place.relation][which];
    return { purchase, line, card, ...more };
  };
  return {
    ids: idsOf(things),
    inputs: {
      'assets.set-headcount': headcount,
      'assets.unit-equipment': ({ unit }) => ({ unit }),
      'assets.fairness': ({ unit }) => ({ root: unit, limit: 'desktop' }),
      'assets.plan-purchase': plan,
      'assets.take-idle': answer('taking', {}),
      'assets.decline-idle': answer('declining', { reason: 'too-far' }),
      'assets.ask-purchase': of('planned', { version: 1 }),
      'assets.approve-purchase': of('asked'),
      'assets.refuse-purchase': of('refusing', { opinion: '暂缓' }),
      'assets.withdraw-purchase': of('withdrawing', { why: '不再需要' }),
      'assets.link-inquiry': (place) => ({
        purchase: things[place.relation].approved,
        number: things[place.relation].inquiry,
      }),
      'assets.accept-delivery': (place) => ({
        purchase: things[place.relation].approved,
        line: things[place.relation].approvedLine,
        day: '2026-03-02',
        quantity: 1,
      }),
      'assets.follow-declined': ({ relation }) => ({
        answer: things[relation].declined,
        followed: 'agreed',
        words: '同意',
      }),
      'assets.purchase': ({ relation }) => ({ id: things[relation].planned }),
    },
  };
}

interface Wanted {
  readonly purchase: string;
  readonly line: string;
  readonly card: string;
}
interface Bought {
  readonly planned: string;
  readonly asked: string;
  readonly refusing: string;
  readonly withdrawing: string;
  readonly approved: string;
  readonly approvedLine: string;
  readonly inquiry: string;
  readonly declined: string;
  readonly note: string;
  readonly counted: string;
  readonly taking: Wanted;
  readonly declining: Wanted;
}

async function boughtAt(town: Town, place: Place): Promise<Bought> {
  const clerk = local(town, place, 'assets-clerk', place.locals.asker, '资产管理员');
  const head = local(town, place, 'head', place.locals.head, '负责人');
  const planned = async (more: object = {}) =>
    ((await clerk.does('assets.plan-purchase', { ...plan(place), ...more })).result as { purchase: string }).purchase;
  const asked = async () => {
    const purchase = await planned();
    await clerk.does('assets.ask-purchase', { purchase, version: 1 });
    return purchase;
  };
  const lineOf = async (purchase: string) =>
    ((await clerk.read('assets.purchase', { id: purchase })) as { lines: { id: string }[] }).lines[0]!.id;
  let count = 0;
  const wanted = async (): Promise<Wanted> => {
    // A class of its own at each place: nobody else's idle things stand beside it.
    const code = `A0299${String((count += 1)).padStart(2, '0')}${String(place.unit.codePointAt(9)! % 100).padStart(2, '0')}`;
    const card = (
      (
        await clerk.does('assets.register-card', {
          unit: place.unit,
          name: place.word,
          class: code,
          valueFen: 100,
          acquiredOn: '2024-03-01',
          state: 'idle',
        })
      ).result as { card: string }
    ).card;
    const purchase = await planned({ lines: [{ ...lines[0]!, class: code }] });
    return { purchase, line: await lineOf(purchase), card };
  };
  const approved = await asked();
  await head.does('assets.approve-purchase', { purchase: approved });
  const received = await asked();
  await head.does('assets.approve-purchase', { purchase: received });
  const accepted = await clerk.does('assets.accept-delivery', {
    purchase: received,
    line: await lineOf(received),
    day: '2026-03-02',
    quantity: 1,
  });
  const [counted] = await behindTheWalls(
    town,
    async (client) =>
      (
        await client.query(
          `insert into assets.headcount (node_id, id, unit_id, from_day, establishment, set_name, set_at)
           values (1, gen_random_uuid(), $1, '2025-01-01', 5, '某人', now()) returning id`,
          [place.unit],
        )
      ).rows as { id: string }[],
  );
  const told = await wanted();
  await clerk.does('assets.decline-idle', { ...told, reason: 'too-far' });
  const [declined] = await behindTheWalls(
    town,
    async (client) =>
      (await client.query('select id from assets.match_answer where purchase_id = $1', [told.purchase])).rows as {
        id: string;
      }[],
  );
  const buyer = local(town, place, 'clerk', place.locals.asker, '经办人');
  const inquiry = (
    (
      await buyer.does('procurement.publish-inquiry', {
        unit: place.unit,
        title: place.word,
        kind: 'goods',
        estimateFen: 1_000_000,
        method: 'open',
        rule: 'lowest',
        deadline: '2099-03-09T17:00:00+08:00',
      })
    ).result as { number: string }
  ).number;
  return {
    planned: await planned(),
    asked: await asked(),
    refusing: await asked(),
    withdrawing: await planned(),
    approved,
    approvedLine: await lineOf(approved),
    inquiry,
    declined: declined!.id,
    note: (accepted.result as { note: string }).note,
    counted: counted!.id,
    taking: await wanted(),
    declining: await wanted(),
  };
}
