import { randomUUID } from 'node:crypto';
import { isRefusal, jobActor, newId, refuse, type RiskSource } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import * as fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { classOfItem } from '../equipment/item-classes.ts';
import { neverSeen } from '../risks-of-stocktake/gather-never-seen.ts';
import { duplicateCard, splitPurchase } from './gather-cards.ts';
import { earlyDisposal, scrapThenRebuy } from './gather-disposals.ts';
import { boughtWhileIdle, overStandardEquipment } from './gather-equipment.ts';

let at: House;
let behind: pg.Client;
let clerk: Person;
let second: Person;
let above: Person;
let now = new Date('2026-02-02T09:00:00+08:00');
const sources: readonly RiskSource[] = [
  overStandardEquipment,
  boughtWhileIdle,
  earlyDisposal,
  scrapThenRebuy,
  duplicateCard,
  splitPurchase,
  neverSeen,
];
const period = ['2026-01-01', '2026-07-01'] as const;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  // Facts are never changed; the Record takes the time of the house for that of the database here.
  await behind.query('set session_replication_role = replica');
  const of = (...roles: string[]) =>
    at.with(
      roles.map((role) => ({ role, unit: at.ids.city, below: true }) as const),
      { unit: at.ids.city },
    );
  clerk = of('assets-clerk');
  second = of('assets-clerk');
  above = of('head', 'leader', 'superior');
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
  for (const { kit, gather } of sources) {
    const gathered = await reading(at.kernel, { actor: job, who: ['job'], room: 'assets' }, (tx, context) =>
      gather(tx, period, context, undefined, knownBefore),
    );
    cases[kit] = gathered.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return JSON.parse(JSON.stringify(cases)) as Record<string, unknown>;
}

const one = async <Row extends object>(text: string, n: number): Promise<Row | undefined> => {
  const { rows } = await behind.query<Row>(text);
  return rows[n % Math.max(1, rows.length)];
};
const aCard = (n: number, where = `state <> 'disposed'`) =>
  one<{ id: string; version: number; unit: string; quantity: number }>(
    `select id, version, unit_id as unit, quantity from assets.card where ${where} order by id`,
    n,
  );
const aPaper = (n: number, where: string) =>
  one<{ id: string; version: number }>(`select id, version from assets.paper where ${where} order by id`, n);
const aPlan = (n: number, where: string) =>
  one<{ id: string; version: number; line: string; equipment: string | null }>(
    `select p.id, p.version, l.id as line, l.equipment from assets.purchase p join assets.purchase_line l on l.purchase_id = p.id where ${where} order by p.id, l.id`,
    n,
  );
const aTransfer = (n: number, state: string) =>
  one<{ id: string; version: number; line: string; quantity: number }>(
    `select t.id, t.version, l.id as line, l.quantity from assets.transfer t join assets.transfer_line l on l.transfer_id = t.id where t.state = '${state}' order by t.id`,
    n,
  );
const unitOf = (n: number) => (n % 2 === 0 ? at.ids.financeOffice : at.ids.bureau);
const result = (answer: unknown) => (answer as { result: Record<string, string> }).result;

const heads = ['何涛', '陈局', '郑科长', '冯局长'] as const;
let persons: string[] = [];
let store = '';
let premises = { building: '', floor: '' };
let count = 0;
/** The last of them no standard speaks of. */
const classes = [classOfItem.desktop, classOfItem.copier, 'A02051200'] as const;

/** Acts over the ledger; one that is refused changes nothing, and that is a case too. */
const acts: Readonly<Record<string, (n: number, m: number) => Promise<unknown>>> = {
  register: (n, m) =>
    clerk.run('assets.register-card', {
      unit: unitOf(n),
      name: m % 4 === 0 ? '显示器' : `资产${m % 3}`,
      class: classes[m % 3],
      serial: n % 3 === 0 ? '' : `SN-100${m % 3}`,
      serialTwice: true,
      voucher: m % 2 === 0 ? '' : `F${n % 3}`,
      quantity: 1 + (m % 4),
      valueFen: 100_000 * (1 + (m % 9)),
      acquiredOn: addDays(m % 2 === 0 ? '2026-01-01' : '2022-01-01', m % 33),
      acquiredBy: m % 7 === 0 ? 'transfer' : 'purchase',
      state: (['in-use', 'idle', 'in-stock', 'pooled'] as const)[n % 4],
    }),
  change: async (n, m) => {
    const card = await aCard(n);
    const changes = [
      { valueFen: 77_700 + m, quantity: 2 + (m % 3) },
      { serial: `SN-100${m % 3}`, voucher: `F${m % 3}` },
      { acquiredOn: addDays('2026-01-01', m % 33), bookedOn: '2026-02-03' },
      { condition: (['worn', 'unusable', 'good'] as const)[m % 3]! },
      { state: (['in-use', 'idle', 'pooled'] as const)[m % 3]!, class: 'A02010104', item: '' },
    ];
    const change = changes[m % changes.length];
    return clerk.run('assets.change-card', { card: card?.id, version: card?.version, serialTwice: true, ...change });
  },
  strike: async (n) => clerk.run('assets.strike-card', { card: (await aCard(n))?.id, why: '重复' }),
  idle: async (n) => clerk.run('assets.mark-idle', { card: (await aCard(n, `state in ('in-use', 'in-stock')`))?.id }),
  propose: async (n, m) =>
    clerk.run('assets.propose-disposal', {
      cards: [(await aCard(n))?.id],
      manner: m % 4 === 0 ? 'donate' : 'scrap',
      grounds: m % 2 === 0 ? ['lost'] : ['obsolete'],
      why: '损坏',
      certificate: '鉴定 1 号',
      recipient: m % 4 === 0 ? '某小学' : '',
    }),
  approve: async (n) => {
    const paper = (await aPaper(n, `kind = 'dispose' and state = 'proposed'`))?.id;
    for (const head of heads) {
      const answer = await at.as(head).run('assets.approve-disposal', { paper });
      if (!isRefusal(answer)) return answer;
    }
    return refuse('not-found');
  },
  finish: async (n, m) => {
    const paper = await aPaper(n, `kind = 'dispose' and state = 'approved'`);
    return clerk.run('assets.finish-disposal', {
      paper: paper?.id,
      version: paper?.version,
      day: addDays(dayOf(now), -(m % 12)),
      document: '回收凭证',
    });
  },
  transfer: async (n) => {
    const card = await aCard(n, `state = 'in-stock' and handed_unit is null`);
    const to = card?.unit === at.ids.bureau ? at.ids.financeOffice : at.ids.bureau;
    return clerk.run('assets.transfer-cards', { cards: [card?.id], to, document: '调令' });
  },
  take: async (n) => {
    const paper = await aPaper(n, `kind = 'transfer' and state = 'awaiting-signature'`);
    return clerk.run('assets.take-transfer', { paper: paper?.id, version: paper?.version });
  },
  headcount: (n, m) =>
    clerk.run('assets.set-headcount', {
      unit: unitOf(n),
      fromDay: addDays('2026-01-01', m % 60),
      establishment: 1 + (m % 6),
      ...(m % 3 === 0 ? {} : { actual: m % 8 }),
      ...(m % 2 === 0 ? {} : { offices: m % 4 }),
    }),
  plan: (n, m) =>
    clerk.run('assets.plan-purchase', {
      unit: unitOf(n),
      year: 2026,
      title: '办公设备',
      reason: '更新',
      lines: [{ name: '升降机', class: classes[2], quantity: 1 + (m % 3), priceFen: 50_000 + m }],
    }),
  takeIdle: async (n, m) => {
    const [plan, card] = [await aPlan(n, `p.state = 'planned'`), await aListed(m)];
    return clerk.run('assets.take-idle', { purchase: plan?.id, line: plan?.line, card: card?.id, quantity: 1 });
  },
  declineIdle: async (n, m) => {
    const [plan, card] = [await aPlan(n, `p.state = 'planned'`), await aListed(m)];
    return clerk.run('assets.decline-idle', {
      purchase: plan?.id,
      line: plan?.line,
      card: card?.id,
      reason: 'too-far',
    });
  },
  follow: async (n, m) => {
    const answer = await one<{ id: string }>(
      `select id from assets.match_answer where answer = 'declined' and followed is null order by id`,
      n,
    );
    const followed = m % 3 === 0 ? 'look-again' : 'agreed';
    return above.run('assets.follow-declined', { answer: answer?.id, followed, words: '知悉' });
  },
  ask: async (n) => {
    const plan = await aPlan(n, `p.state = 'planned'`);
    return clerk.run('assets.ask-purchase', { purchase: plan?.id, version: plan?.version });
  },
  agree: async (n) =>
    above.run('assets.approve-purchase', { purchase: (await aPlan(n, `p.state = 'asked'`))?.id, opinion: '同意' }),
  withdraw: async (n) =>
    clerk.run('assets.withdraw-purchase', {
      purchase: (await aPlan(n, `p.state in ('planned', 'asked')`))?.id,
      why: '不再需要',
    }),
  deliver: async (n, m) => {
    const plan = await aPlan(n, `p.state = 'approved'`);
    return clerk.run('assets.accept-delivery', {
      purchase: plan?.id,
      line: plan?.line,
      day: addDays(dayOf(now), -(m % 9)),
      quantity: 1,
      invoice: `F${m % 3}`,
    });
  },
  offer: async (n) => {
    const card = await aCard(n, `state = 'idle' and handed_paper is null`);
    return clerk.run('assets.offer-card', { card: card?.id, store, quantity: card?.quantity, reason: 'idle' });
  },
  unoffer: async (n) => {
    const offer = await one<{ id: string; version: number }>(
      `select id, version from assets.offer where state = 'offered' order by id`,
      n,
    );
    return clerk.run('assets.withdraw-offer', { offer: offer?.id, version: offer?.version, why: '另有用处' });
  },
  draw: async (n, m) => {
    const card = await aCard(n, `quantity > 1 and state = 'idle' and handed_paper is null`);
    const to = card?.unit === at.ids.bureau ? at.ids.financeOffice : at.ids.bureau;
    const lines = [{ card: card?.id, quantity: m % 3 === 0 ? card?.quantity : 1 }];
    const drawn = await clerk.run('assets.draw-transfer', { unit: card?.unit, to, lines, why: '调剂' });
    if (isRefusal(drawn)) return drawn;
    const { transfer } = result(drawn);
    await clerk.run('assets.sign-transfer', { transfer, side: 'giver' });
    return second.run('assets.sign-transfer', { transfer, side: 'receiver' });
  },
  send: async (n) => {
    const signed = await aTransfer(n, 'signed');
    await clerk.run('assets.pack-transfer', { transfer: signed?.id, version: signed?.version });
    const version = (signed?.version ?? 0) + 1;
    return clerk.run('assets.send-transfer', { transfer: signed?.id, version, carrier: '车队' });
  },
  receive: async (n, m) => {
    const sent = await aTransfer(n, 'on-the-way');
    await clerk.run('assets.arrive-transfer', { transfer: sent?.id });
    const received = Math.max(0, (sent?.quantity ?? 0) - (m % 3 === 0 ? 1 : 0));
    return clerk.run('assets.receive-transfer', {
      transfer: sent?.id,
      version: (sent?.version ?? 0) + 1,
      lines: [{ line: sent?.line, received, condition: 'worn', said: '' }],
    });
  },
  settle: async (n, m) => {
    const differs = await aTransfer(n, 'differs');
    const as = m % 2 === 0 ? 'found' : 'lost';
    return clerk.run('assets.settle-shortfall', { transfer: differs?.id, version: differs?.version, as, said: '核实' });
  },
  stocktake: async (n, m) => {
    const opened = await clerk.run('assets.open-stocktake', { unit: unitOf(n), title: '盘', scope: 'unit' });
    if (isRefusal(opened)) return opened;
    const { stocktake } = result(opened);
    const sheet = (await clerk.read('assets.stocktake-sheet', { id: stocktake })) as {
      places: { id: string }[];
      lines: { id: string; code: string }[];
    };
    const place = sheet.places[0]!.id;
    const when = now.toISOString();
    const missed = sheet.lines.filter((_line, nth) => nth % 3 === m % 3);
    const seen = sheet.lines.filter((line) => !missed.includes(line));
    const cards = await behind.query<{ number: string; quantity: number }>('select number, quantity from assets.card');
    const piecesOf = new Map(cards.rows.map(({ number, quantity }) => [number, quantity]));
    await clerk.run('assets.sync-scans', {
      stocktake,
      entries: [
        ...seen.map(({ code }) => [randomUUID(), 'typed', place, code, piecesOf.get(code) ?? 1, when]),
        ...sheet.places.map(({ id }) => [randomUUID(), 'done', id, '', 0, when]),
      ],
    });
    const open = await behind.query<{ id: string }>(
      `select id from assets.stocktake_line where stocktake_id = $1 and (state <> 'found' or conflict is not null)`,
      [stocktake],
    );
    for (const { id } of open.rows)
      for (const how of m % 2 === 0 ? ['lost', 'present', 'stays'] : ['present', 'lost', 'stays'])
        if (!isRefusal(await clerk.run('assets.settle-difference', { stocktake, lines: [id], how, why: '核实' })))
          break;
    const version = async () =>
      (await one<{ version: number }>(`select version from assets.stocktake where id = '${stocktake}'`, 0))?.version;
    await clerk.run('assets.sign-stocktake', { stocktake, version: await version() });
    return m % 5 === 4 ? opened : second.run('assets.sign-stocktake', { stocktake, version: await version() });
  },
  appoint: async (n, m) => {
    const post = await at.as('系统员').does('kernel.create-post', {
      unit: unitOf(m),
      title: `科员${(count += 1)}`,
      rank: '科员',
      from: '2020-01-01',
    });
    return at.as('系统员').run('kernel.appoint', {
      person: persons[n % persons.length],
      post: post.facts[0]!.object.id,
      kind: 'main',
      from: addDays(dayOf(now), -(m % 90)),
      ...(m % 4 === 0 ? { to: addDays(dayOf(now), 1 + (m % 30)) } : {}),
    });
  },
  dismiss: async (n, m) => {
    const to = addDays(dayOf(now), -(m % 5));
    const held = await behind.query<{ id: string }>(
      'select id from kernel.holding where valid_to is null and valid_from < $2 and person_id = any ($1) order by id',
      [persons, to],
    );
    return at.as('系统员').run('kernel.end-appointment', {
      holding: held.rows[n % Math.max(1, held.rows.length)]?.id,
      to,
    });
  },
  room: async (n) => {
    const room = newId();
    await behind.query(
      `insert into space.room (node_id, id, unit_id, building_id, floor_id, number, use, area_m2, state) values (1, $1, $2, $3, $4, $5, 'office', 20, 'in-use')`,
      [room, unitOf(n), premises.building, premises.floor, `R${(count += 1)}`],
    );
    await recorded('space.RoomRegistered', room, unitOf(n));
  },
};
const names = Object.keys(acts);

const aListed = (n: number) =>
  one<{ id: string }>(`select card_id as id from assets.idle_listing where class = 'A02051200' order by card_id`, n);

/** A fact of another room, as its verb would leave it. */
const recorded = (type: string, object: string, unit: string) =>
  behind.query(
    `insert into kernel.fact (node_id, id, happened_at, actor_kind, unit_id, verb, type, object_kind, object_id, outcome)
     values (1, $1, $2, 'person', $3, 'x.y', $4, 'x', $5, 'done')`,
    [newId(), now, unit, type, object],
  );

const act = fc.record({
  which: fc.constantFrom(...names),
  n: fc.nat({ max: 1_000 }),
  m: fc.nat({ max: 1_000 }),
  hours: fc.integer({ min: 1, max: 30 }),
});

test('issue 5: asked of a past instant, every kit answers what it answered then, whatever was entered, changed or struck since', async () => {
  expect(sources.every(({ asKnown }) => asKnown && asKnown.zh.length <= 120)).toBe(true);
  premises = { building: newId(), floor: newId() };
  await behind.query(
    `insert into space.building (node_id, id, unit_id, name, form) values (1, $1, $2, '楼', 'multi-storey')`,
    [premises.building, at.ids.bureau],
  );
  await behind.query(
    `insert into space.floor (node_id, id, unit_id, building_id, number, name) values (1, $1, $2, $3, 1, '1层')`,
    [premises.floor, at.ids.bureau, premises.building],
  );
  store = result(await clerk.does('assets.keep-store', { unit: at.ids.finance, name: '虚拟仓', kind: 'virtual' }))[
    'store'
  ]!;
  for (let n = 0; n < 3; n += 1) {
    const unit = at.ids.bureau;
    const person = await at.as('系统员').does('kernel.register-person', { unit, name: `某人${n}`, from: '2020-01-01' });
    persons = [...persons, person.facts[0]!.object.id];
  }
  const answered: { readonly instant: Date; readonly cases: Record<string, unknown> }[] = [];
  const step = async (hours: number, which: string, n: number, m: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
    const answer = await acts[which]!(n, m);
    now = new Date(now.getTime() + 60_000);
    if (!isRefusal(answer)) answered.push({ instant: now, cases: await told() });
    return answer;
  };
  // Each act is taken once at least, whatever chance brings afterwards.
  const bringing = ['register', 'idle', 'change', 'plan', 'propose', 'approve', 'draw', 'send', 'receive'];
  const waiting = new Set(names);
  for (let n = 0; n < 30 && waiting.size > 0; n += 1)
    for (const which of names)
      if ((waiting.has(which) || n < 4 || bringing.includes(which)) && !isRefusal(await step(1, which, n, 5 + 7 * n)))
        waiting.delete(which);
  expect([...waiting]).toEqual([]);
  // Until every kit has something to say: which card an act finds is chance.
  const silent = () => sources.filter(({ kit }) => !answered.some(({ cases }) => (cases[kit] as unknown[]).length > 0));
  for (let n = 0; n < 40 && silent().length > 0; n += 1)
    for (const which of [...bringing, 'finish']) await step(1, which, n, 1 + 4 * n);
  expect(silent().map(({ kit }) => kit)).toEqual([]);
  for (const { instant, cases } of answered.filter((_each, nth) => nth % 3 === 0))
    expect(await told(instant)).toEqual(cases);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 12 }), async (steps) => {
      for (const { which, n, m, hours } of steps) await step(hours, which, n, m);
      const asked = answered.filter((_each, nth) => nth % 20 === 0 || nth >= answered.length - steps.length);
      for (const { instant, cases } of asked) expect(await told(instant)).toEqual(cases);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);

test('a card that no fact ever entered was known on no day, and one that another office keeps since the Record knew of it', async () => {
  const [bare, kept] = [newId(), newId()];
  const facet = newId();
  for (const [card, kind, thing] of [
    [bare, null, null],
    [kept, 'vehicles.vehicle', facet],
  ])
    await behind.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, state, disposed_on, facet_kind, facet_id)
       values (1, $1, $2, $3, '物', 'A0203', 100, 'other', '2020-01-01', 'disposed', '2026-03-01', $4, $5)`,
      [card, at.ids.bureau, `W-${card}`, kind, thing],
    );
  const hour = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));
  const entered = hour(1);
  await recorded('vehicles.VehicleRegistered', facet, at.ids.bureau);
  const gone = hour(10);
  await recorded('vehicles.VehicleRetired', facet, at.ids.bureau);
  hour(10);
  const disposed = async (knownBefore?: Date) =>
    ((await told(knownBefore))['early-disposal'] as { subject: { id: string } }[])
      .map(({ subject }) => subject.id)
      .filter((id) => id === bare || id === kept)
      .toSorted();
  expect(await disposed()).toEqual([bare, kept].toSorted());
  expect(await disposed(entered)).toEqual([]);
  expect(await disposed(gone)).toEqual([]);
  expect(await disposed(now)).toEqual([kept]);
});
