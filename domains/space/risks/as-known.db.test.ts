import { isRefusal, jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import * as fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { leasedWithoutIncome, rentedInBesideVacant } from '../risks-of-use/gather-lettings.ts';
import { metered } from '../plans/testing/metered.ts';
import { inUseButDeclaredEmpty, vacantButUsingEnergy } from '../risks-of-use/gather-use.ts';
import { aBuilding, aRoom } from '../testing/given.ts';
import { overStandardRoom, retiredNotVacated, twoOffices } from './gather-rooms.ts';

let at: House;
let behind: pg.Client;
let clerk: Person;
let head: Person;
let now = new Date('2026-02-02T09:00:00+08:00');
const sources: readonly RiskSource[] = [
  overStandardRoom,
  twoOffices,
  retiredNotVacated,
  leasedWithoutIncome,
  inUseButDeclaredEmpty,
  rentedInBesideVacant,
  vacantButUsingEnergy,
];
const period = ['2026-02-01', '2026-07-01'] as const;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  // Facts are never changed; the Record takes the time of the house for that of the database here.
  await behind.query('set session_replication_role = replica');
  const grants = ['space-clerk', 'head'].map((role) => ({ role, unit: at.ids.city, below: true }) as const);
  clerk = at.with([grants[0]!], { unit: at.ids.bureau });
  head = at.with([grants[1]!], { unit: at.ids.bureau });
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

/** What every kit is told, as the night would ask. */
async function told(knownBefore?: Date): Promise<Record<string, unknown>> {
  await behind.query('update kernel.fact set recorded_at = happened_at where recorded_at <> happened_at');
  await at.kernel.registers.refresh();
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases: Record<string, unknown> = {};
  for (const { kit, gather } of sources)
    cases[kit] = await reading(at.kernel, { actor: job, who: ['job'], room: 'space' }, (tx, context) =>
      gather(tx, period, context, undefined, knownBefore),
    );
  return JSON.parse(JSON.stringify(cases)) as Record<string, unknown>;
}

const one = async <Row extends object>(text: string, n: number): Promise<Row | undefined> => {
  const { rows } = await behind.query<Row>(text);
  return rows[n % Math.max(1, rows.length)];
};
const aSeat = (n: number) =>
  one<{ id: string; version: number }>('select id, version from space.seating where to_day is null order by id', n);
const someRoom = (n: number, where = `state <> 'disposed'`) =>
  one<{ id: string; version: number; area: number; building: string }>(
    `select id, version, area_m2::float8 as area, building_id as building from space.room where ${where} order by id`,
    n,
  );
const aLease = (n: number, state: string) =>
  one<{ id: string; version: number }>(`select id, version from space.lease where state = '${state}' order by id`, n);

let persons: string[] = [];
let meters: string[] = [];
let building = '';
let count = 0;

/** Acts of offices and of the organisation; one that is refused changes nothing, and that is a case too. */
const acts: readonly ((n: number, m: number) => Promise<unknown>)[] = [
  (n, m) => aRoom(clerk, building, { areaM2: 9 + (n % 30), use: m % 4 === 0 ? 'equipment-power' : 'office' }),
  async (n, m) => {
    const room = await someRoom(n);
    return clerk.run('space.seat-person', {
      room: room?.id,
      person: persons[m % persons.length],
      from: addDays(dayOf(now), -(m % 40)),
      asFound: true,
    });
  },
  async (n, m) => {
    const [seat, room] = [await aSeat(n), await someRoom(m)];
    return clerk.run('space.move-person', {
      seating: seat?.id,
      version: seat?.version,
      to: room?.id,
      from: addDays(dayOf(now), -(m % 20)),
    });
  },
  async (n, m) => {
    const seat = await aSeat(n);
    return clerk.run('space.end-seating', {
      seating: seat?.id,
      version: seat?.version,
      day: addDays(dayOf(now), -(m % 30)),
      why: '腾退',
    });
  },
  async (n, m) => {
    const seat = await aSeat(n);
    return clerk.run('space.change-standing', {
      seating: seat?.id,
      version: seat?.version,
      standing: (['ordinary', 'seconded', 'retired', 'second-office'] as const)[m % 4],
      paper: m % 3 === 0 ? '函〔2026〕1号' : '',
    });
  },
  async (n, m) => {
    const room = await someRoom(n);
    const state = (['in-use', 'vacant', 'under-repair'] as const)[m % 3];
    const change = m % 2 === 0 ? { areaM2: 8 + (m % 20), bound: m % 4 === 0 } : { state };
    return clerk.run('space.change-room', { room: room?.id, version: room?.version, ...change });
  },
  async (n, m) => {
    const room = await someRoom(n);
    return clerk.run('space.allot-room', {
      room: room?.id,
      version: room?.version,
      unit: m % 2 === 0 ? at.ids.finance : at.ids.bureau,
      from: addDays(dayOf(now), -(m % 10)),
      kind: (['allotted', 'lent', 'kept'] as const)[m % 3],
      paper: '复〔2026〕2号',
    });
  },
  async (n) => {
    const room = await someRoom(n);
    const half = Math.floor((room?.area ?? 0) / 2);
    const parts = [half, (room?.area ?? 0) - half].map((areaM2) => ({
      number: `S${(count += 1)}`,
      areaM2,
      use: 'office',
    }));
    return clerk.run('space.split-room', { room: room?.id, version: room?.version, parts, why: '隔断' });
  },
  async (n, m) => {
    const [room, other] = [await someRoom(n), await someRoom(m)];
    return clerk.run('space.merge-rooms', { room: room?.id, version: room?.version, others: [other?.id], why: '打通' });
  },
  async (n, m) => {
    const room = await someRoom(n, `state = 'vacant'`);
    const rooms = m % 3 === 0 ? {} : { rooms: [room?.id] };
    return clerk.run('space.propose-lease', {
      unit: at.ids.bureau,
      kind: m % 3 === 0 ? 'rented-in' : m % 3 === 1 ? 'rented-out' : 'lent-out',
      party: `对方${(count += 1)}`,
      purpose: '便民',
      premises: m % 3 === 0 ? '人民路8号' : '',
      ...(m % 3 === 0 ? { areaM2: 100 } : {}),
      from: addDays('2026-01-01', m % 50),
      to: '2026-12-31',
      every: 'month',
      rentFen: m % 3 === 2 ? 0 : 100_000,
      paper: '复〔2025〕1号',
      ...rooms,
    });
  },
  async (n) => {
    const lease = await aLease(n, 'proposed');
    return head.run('space.approve-lease', { lease: lease?.id, version: lease?.version });
  },
  async (n, m) => {
    const lease = await one<{ id: string }>(
      `select id from space.lease where state in ('in-force', 'ended') and kind <> 'lent-out' order by id`,
      n,
    );
    return clerk.run('space.record-rent', {
      lease: lease?.id,
      day: addDays(dayOf(now), -(m % 60)),
      amountFen: 50_000 + m,
      receipt: `R${(count += 1)}`,
    });
  },
  async (n) => {
    const rent = await one<{ id: string }>('select id from space.rent where struck is null order by id', n);
    return clerk.run('space.strike-rent', { rent: rent?.id, why: '重复登记' });
  },
  async (n, m) => {
    const lease = await aLease(n, 'in-force');
    return clerk.run('space.end-lease', {
      lease: lease?.id,
      version: lease?.version,
      on: addDays(dayOf(now), -(m % 5)),
      why: '收回',
    });
  },
  async (n, m) => {
    const post = await at.as('系统员').does('kernel.create-post', {
      unit: m % 2 === 0 ? at.ids.bureau : at.ids.county,
      title: `科员${(count += 1)}`,
      rank: '科员',
      from: '2020-01-01',
    });
    return at.as('系统员').run('kernel.appoint', {
      person: persons[n % persons.length],
      post: post.facts[0]!.object.id,
      kind: m % 5 === 0 ? 'concurrent' : 'main',
      from: addDays(dayOf(now), -(m % 90)),
      ...(m % 4 === 0 ? { to: addDays(dayOf(now), 1 + (m % 30)) } : {}),
    });
  },
  async (n, m) => {
    const to = addDays(dayOf(now), -(m % 40));
    const held = await behind.query<{ id: string }>(
      'select id from kernel.holding where valid_to is null and valid_from < $2 and person_id = any ($1) order by id',
      [persons, to],
    );
    const holding = held.rows[n % Math.max(1, held.rows.length)]?.id;
    return at.as('系统员').run('kernel.end-appointment', { holding, to });
  },
  async (n, m) => {
    const room = await someRoom(n);
    const proposed = await clerk.run('space.propose-renovation', {
      building: room?.building,
      rooms: [room?.id],
      name: `维修${(count += 1)}`,
      kind: 'upkeep',
      what: '粉刷',
      budgetFen: 100_000 + m,
      source: '维修费',
      paper: '复〔2026〕3号',
      from: dayOf(now),
      to: addDays(dayOf(now), 30),
    });
    if (isRefusal(proposed)) return proposed;
    const renovation = proposed.facts[0]!.object.id;
    await head.does('space.approve-renovation', { renovation, version: 1, opinion: '同意' });
    const begun = { renovation, version: 2, on: dayOf(now), contractor: '某公司', contractFen: 90_000 };
    return clerk.run('space.begin-renovation', begun);
  },
  async (n, m) => {
    const works = await one<{ id: string; version: number }>(
      `select id, version from space.renovation where state = 'under-way' order by id`,
      n,
    );
    const about = { renovation: works?.id, version: works?.version };
    return m % 3 === 0
      ? clerk.run('space.cancel-renovation', { ...about, why: '不做了' })
      : clerk.run('space.accept-renovation', { ...about, on: dayOf(now), opinion: '合格' });
  },
  async (n) => {
    const room = await someRoom(n);
    return clerk.run('space.register-home', { unit: at.ids.bureau, room: room?.id, rooms: 1, rentFen: 10_000 });
  },
  async (n) => {
    const home = await one<{ id: string; version: number }>(
      `select id, version from space.home where state <> 'withdrawn' order by id`,
      n,
    );
    return clerk.run('space.set-home-state', {
      home: home?.id,
      version: home?.version,
      state: 'withdrawn',
      why: '收回',
    });
  },
  async (n) => {
    const other = await aBuilding(clerk, at.ids.bureau);
    const room = await aRoom(clerk, other, { areaM2: 10 + (n % 9) });
    await clerk.does('space.allot-room', {
      room,
      version: 1,
      unit: at.ids.bureau,
      from: addDays(dayOf(now), -3),
      kind: 'kept',
      paper: '复〔2026〕4号',
    });
    const gone = { building: other, version: 1, day: dayOf(now), paper: '拆〔2026〕1号', why: '拆除' };
    return clerk.run('space.dispose-building', gone);
  },
  async (n) => {
    const room = await someRoom(n);
    const card = newId();
    await behind.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, state, room_id)
       values (1, $1, $2, $3, '桌', 'A05010201', 1, 'purchase', '2025-01-01', 'in-use', $4)`,
      [card, at.ids.bureau, `ZC-${(count += 1)}`, room?.id],
    );
    await behind.query(
      `insert into kernel.fact (node_id, id, happened_at, actor_kind, unit_id, verb, type, object_kind, object_id, outcome)
       values (1, $1, $2, 'person', $3, 'assets.register-card', 'assets.CardRegistered', 'assets.card', $4, 'done')`,
      [newId(), now, at.ids.bureau, card],
    );
  },
  async (n, m) => {
    const room = await one<{ id: string; floor: string }>(
      `select id, floor_id as floor from space.room where state <> 'disposed' and floor_id is not null order by id`,
      n,
    );
    return clerk.run('space.place-meter', {
      meter: meters[m % meters.length],
      floor: room?.floor,
      room: m % 5 === 0 ? null : room?.id,
      from: addDays('2025-08-01', m % 60),
      paper: '装表单',
    });
  },
  async (n, m) => {
    const place = await one<{ id: string; version: number }>(
      'select id, version from space.meter_place where to_day is null order by id',
      n,
    );
    return clerk.run('space.unplace-meter', {
      place: place?.id,
      version: place?.version,
      to: addDays(dayOf(now), -(m % 90)),
    });
  },
];

const act = fc.record({
  which: fc.integer({ min: 0, max: acts.length - 1 }),
  n: fc.nat({ max: 1_000 }),
  m: fc.nat({ max: 1_000 }),
  hours: fc.integer({ min: 1, max: 60 }),
});

test('issue 5: asked of a past instant, every kit answers what it answered then, whatever was entered, changed or ended since', async () => {
  expect(sources.every(({ asKnown }) => asKnown && asKnown.zh.length <= 120)).toBe(true);
  building = await aBuilding(clerk, at.ids.bureau, { name: '主楼' });
  for (let n = 0; n < 4; n += 1) {
    const unit = at.ids.bureau;
    const person = await at.as('系统员').does('kernel.register-person', { unit, name: `某人${n}`, from: '2020-01-01' });
    persons = [...persons, person.facts[0]!.object.id];
    await aRoom(clerk, building, { areaM2: 12 + n });
  }
  for (let n = 0; n < 4; n += 1) {
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, 7 + month, 1)));
    const read = months.map((month) => [month.toISOString().slice(0, 10), 40 + 7 * n + month.getUTCMonth()] as const);
    meters.push((await metered(at, at.ids.bureau, Object.fromEntries(read), `分表${n}`)).meter);
  }
  const answered: { readonly instant: Date; readonly cases: Record<string, unknown> }[] = [];
  const step = async (hours: number, taken: () => Promise<unknown>) => {
    now = new Date(now.getTime() + hours * 3_600_000);
    const answer = await taken();
    now = new Date(now.getTime() + 60_000);
    if (isRefusal(answer)) return answer;
    answered.push({ instant: now, cases: await told() });
    return answer;
  };
  // Each act is taken once at least, whatever chance brings afterwards.
  // New rooms and seats stand first: the others need some.
  const bringing = 2;
  const waiting = new Set(acts.keys());
  for (let n = 0; n < 60 && waiting.size > 0; n += 1)
    for (const which of acts.keys())
      if (
        (waiting.has(which) || n < 3 || which < bringing) &&
        !isRefusal(await step(1, () => acts[which]!(n, 9 + 7 * n)))
      )
        waiting.delete(which);
  expect([...waiting]).toEqual([]);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 12 }), async (steps) => {
      for (const { which, n, m, hours } of steps) await step(hours, () => acts[which]!(n, m));
      const asked = answered.filter((_each, nth) => nth % 4 === 0 || nth >= answered.length - steps.length);
      for (const { instant, cases } of asked) expect(await told(instant)).toEqual(cases);
    }),
    { numRuns: 10, endOnFailure: true },
  );
  // Every kit had something to say.
  for (const { kit } of sources)
    expect(answered.some(({ cases }) => (cases[kit] as unknown[]).length > 0) && kit).toBe(kit);
}, 240_000);
