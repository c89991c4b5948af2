import { isRefusal, jobActor, newId, sql, type Id } from '@opengoa/kernel';
import { reading, runJob } from '@opengoa/kernel/host';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';
import { shownThrough } from './window-store.ts';

let at: House;
const start = new Date('2026-03-05T02:00:00Z');
let now = start;
const kit = 'vehicles/fuel-over-standard';

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const officer = () => at.as('沈风控');
/** Of the city, with all below; the county's inspector has the county alone. */
const inspector = () => inspectorAt('郑科长', at.ids.city);
const countyInspector = () => inspectorAt('吴调度', at.ids.county);
const inspectorAt = (name: '郑科长' | '吴调度', unit: Id) =>
  at.with([{ role: 'inspector', unit, below: true }], {
    name,
    unit: at.ids.bureauFleet,
    person: at.ids.persons[name].person,
    post: { id: at.ids.persons[name].post, title: '纪检监察人员', rank: null },
  });

/** A dated right of two persons, as the security administrator gives it. */
async function granted(name: '郑科长' | '吴调度', unit: Id): Promise<void> {
  const right = { role: 'inspector', unit, below: true, post: at.ids.persons[name].post, from: '2026-01-01' };
  const proposed = await at
    .with([{ role: 'leader', unit: at.ids.province, below: true }], {
      unit: at.ids.province,
      person: newId(),
    })
    .does('kernel.grant-right', right);
  await at.as('安全员', { factorAt: now }).does('kernel.confirm-grant', { grant: proposed.facts[0]!.object.id });
}

async function raised(unit: Id, subject: string): Promise<Id> {
  const { facts } = await at
    .with([], jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province))
    .does('risk-centre.run-kit', {
      kit,
      unit,
      period: ['2026-02-01', '2026-03-01'],
      flagged: [
        {
          unit,
          subject: { kind: 'vehicle', id: `car ${subject}`, name: subject },
          period: ['2026-02-01', '2026-03-01'],
          opens: '/vehicles/fleet',
          verdict: {
            kit,
            version: '1.0.0',
            rule: 'over-tank',
            evidenceClass: 'D',
            value: 58.6,
            threshold: 57.75,
            unit: 'L',
            explanation: { zh: `待核实异常：${subject}`, en: 'To be verified' },
            benign: [{ zh: '批准的备用油桶', en: 'An approved can' }],
            evidence: [{ table: 'vehicles.fuelling', key: 'f1', field: 'litres', value: 58.6 }],
            standards: { tank: { id: 'vehicles.tank', value: 55, unit: 'L', day: '2026-01-01' } },
            llr: 4,
          },
        },
      ],
      clear: 0,
      insufficient: 0,
      notApplicable: 0,
    });
  return facts.find(({ type }) => type === 'risk-centre.FindingRaised')!.object.id;
}

const asked = (more: object = {}) => ({
  units: [at.ids.finance],
  inspectors: [at.ids.persons['郑科长'].person],
  purpose: '公务用车专项检查',
  paper: '临纪监〔2026〕3号',
  from: '2026-03-05',
  to: '2026-03-20',
  ...more,
});
const proposed = async (more: object = {}, who: Person = officer()): Promise<Id> =>
  ((await who.does('risk-centre.propose-window', asked(more))).result as { window: Id }).window;
const opened = async (more: object = {}): Promise<Id> => {
  const window = await proposed(more);
  await at.as('冯局长').does('risk-centre.confirm-window', { window });
  return window;
};
interface Seen {
  readonly to: string;
  readonly list: {
    readonly rows: readonly { readonly id: Id; readonly subject: string }[];
    readonly total: number;
    readonly after: Id | null;
  } | null;
  readonly finding: Readonly<Record<string, unknown>> | null;
}
const look = (window: Id, more: object = {}, who: Person = inspector()) =>
  who.run('risk-centre.look-through-window', { window, ...more });
const seen = async (window: Id, more: object = {}, who: Person = inspector()) => {
  const answer = await look(window, more, who);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.result as Seen;
};
const ids = ({ list }: Seen) => list!.rows.map(({ id }) => id).toSorted();
interface Shown {
  readonly standing: string;
  readonly daysLeft: number;
  readonly mine: boolean;
  readonly may: readonly string[];
  readonly looks: readonly { readonly person: string; readonly finding: { readonly id: Id } | null }[];
  readonly looked: number;
  readonly findings: readonly unknown[];
  readonly named: number;
}
const shown = async (id: Id, who: Person = officer()) => {
  const answer = await who.read('risk-centre.window', { id });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Shown;
};
async function behind<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: at.urls.superuser });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

let finance: Id;
let office: Id;
let county: Id;
let onTrial: Id;
beforeAll(async () => {
  at = await house({
    rooms: [{ ...vehicles, risks: [{ kit: 'fuel-over-standard', gather: async () => [] }] }, riskCentre],
    clock: () => now,
  });
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  await granted('郑科长', at.ids.city);
  await granted('吴调度', at.ids.county);
  await at.kernel.registers.refresh();
  [finance, office, county] = [
    await raised(at.ids.finance, '青A·10001'),
    await raised(at.ids.financeOffice, '青A·10002'),
    await raised(at.ids.countyFinance, '青A·20001'),
  ];
  onTrial = await raised(at.ids.finance, '青A·10003');
  await behind('update risk_centre.finding set shadow = true where id = $1', [onTrial]);
});
afterAll(() => at?.close());

test('L25 what is missing or too long is refused, each for its own reason', async () => {
  const propose = async (more: object, who: Person = officer()) =>
    code(await who.run('risk-centre.propose-window', asked(more)));
  expect(await propose({ units: [] })).toBe('window-of-nothing');
  expect(await propose({ from: '2026-03-10', to: '2026-03-09' })).toBe('window-days');
  expect(await propose({ from: '2026-03-01', to: '2026-03-04' })).toBe('window-past');
  expect(await propose({ to: '2026-06-03' })).toBe('window-too-long');
  expect(await propose({ to: '2026-06-02' })).toBe('done');
  expect(await propose({ inspectors: [at.ids.persons['周敏'].person] })).toBe('not-an-inspector');
  // The county's inspector has no right over the city's finance bureau.
  expect(await propose({ inspectors: [at.ids.persons['吴调度'].person] })).toBe('not-an-inspector');
  expect(await propose({ findings: [newId()] })).toBe('not-found');
  // On trial, it is there for its owner alone.
  expect(await propose({ findings: [onTrial] })).toBe('not-found');
  expect(await propose({}, at.as('何涛'))).toBe('not-your-right');
  expect(await propose({}, at.as('冯局长'))).toBe('not-your-right');
  expect(await propose({ units: [at.ids.finance] }, countyInspector())).toBe('not-your-right');
});

test('L25 units of two trees lie below no common one', async () => {
  const elsewhere = newId();
  await behind(
    "insert into kernel.unit (node_id, id, name, kind, level, valid_from) values (1, $1, '白水省', 'region', 'province', '2020-01-01')",
    [elsewhere],
  );
  await behind(
    "insert into kernel.unit_parent (node_id, unit_id, parent_id, valid_from) values (1, $1, null, '2020-01-01')",
    [elsewhere],
  );
  await behind(
    "begin; select set_config('opengoa.node', '1', true); call kernel.rebuild_unit_below('2026-03-05'); update kernel.revision set revision = revision + 1 where register = 'organisation'; commit",
  );
  await at.kernel.registers.refresh();
  const both = at.with(
    [at.ids.province, elsewhere].map((unit) => ({ role: 'risk-officer', unit, below: true })),
    {
      unit: at.ids.province,
    },
  );
  const answer = await both.run('risk-centre.propose-window', asked({ units: [at.ids.finance, elsewhere] }));
  expect(code(answer)).toBe('window-units-apart');
});

test('L25 one proposes and another confirms: neither the proposer nor whoever will look', async () => {
  const window = await proposed();
  expect(code(await look(window))).toBe('window-not-confirmed');
  expect((await shown(window)).may).toEqual(['risk-centre.close-window']);
  expect((await shown(window, at.as('冯局长'))).may).toEqual([
    'risk-centre.confirm-window',
    'risk-centre.close-window',
  ]);
  const confirm = async (who: Person) => code(await who.run('risk-centre.confirm-window', { window }));
  expect(await confirm(officer())).toBe('window-second-person');
  expect(await confirm(inspector())).toBe('not-your-right');
  const { person } = inspector().actor;
  const alsoLeads = at.with([{ role: 'leader', unit: at.ids.city, below: true }], { unit: at.ids.bureau, person });
  expect(await confirm(alsoLeads)).toBe('window-for-oneself');
  // Somebody who stands in for the proposer is the same side.
  const standIn = at.as('冯局长', { standInFor: officer().actor.person });
  expect(await confirm(standIn)).toBe('window-second-person');
  expect(await confirm(at.as('陈局'))).toBe('done');
  expect(await confirm(at.as('冯局长'))).toBe('window-not-proposed');
});

test('L25 two people who confirm at once: one does', async () => {
  const window = await proposed();
  const both = await Promise.all(
    [at.as('冯局长'), at.as('陈局')].map((who) => who.run('risk-centre.confirm-window', { window })),
  );
  expect(both.map(code).toSorted()).toEqual(['done', 'window-not-proposed']);
});

test('L25 what waits to be confirmed is a task of those who may, until it is decided', async () => {
  const window = await proposed();
  const tasks = async (who: Person) => {
    const answer = await who.list('kernel.my-tasks', { size: '50' });
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer.rows.filter((row) => row['opens'] === `/risk/windows/${window}` && row['box'] === 'waiting').length;
  };
  expect([await tasks(at.as('冯局长')), await tasks(officer())]).toEqual([0, 0]);
  expect(await tasks(at.as('陈局'))).toBe(1);
  await at.as('陈局').does('risk-centre.confirm-window', { window });
  expect(await tasks(at.as('陈局'))).toBe(0);
});

test('L25 the side that inspects may ask for one itself, and does not confirm it', async () => {
  const window = await proposed({}, inspector());
  expect(code(await look(window))).toBe('window-not-confirmed');
  await officer().does('risk-centre.confirm-window', { window });
  expect((await seen(window)).list!.total).toBe(2);
});

test('L25 a look shows the units with all below, nothing on trial, nothing beside; every look is on the Record', async () => {
  const window = await opened();
  const listed = await seen(window);
  expect(ids(listed)).toEqual([finance, office].toSorted());
  expect(listed).toMatchObject({ to: '2026-03-20', list: { total: 2, after: null }, finding: null });
  await at.as('何涛').does('risk-centre.explain-finding', { finding: office, answer: '备用油桶经批准。' });
  const { finding } = await seen(window, { finding: office });
  expect(finding).toMatchObject({
    id: office,
    answer: '备用油桶经批准。',
    verdict: {
      rule: 'over-tank',
      evidence: [{ field: 'litres', value: 58.6 }],
      standards: { tank: { id: 'vehicles.tank', value: 55 } },
      benign: [{ zh: '批准的备用油桶' }],
    },
    history: [],
  });
  // What a risk officer sees beside it stays with the risk officer: who rectifies, papers, the way on to the records.
  for (const kept of ['assignedTo', 'opens', 'remedies', 'peers']) expect(finding).not.toHaveProperty(kept);
  for (const foreign of [county, onTrial, newId()])
    expect(code(await look(window, { finding: foreign }))).toBe('not-found');
  // Refused looks leave no look; the two that were made stand with who and what.
  expect(await shown(window)).toMatchObject({
    looked: 2,
    looks: [
      { person: '郑科长', finding: { id: office } },
      { person: '郑科长', finding: null },
    ],
  });
});

test('L25 the unit and the officer read in the story of the finding who looked at it, and under which paper', async () => {
  const window = await opened({ paper: '临纪监〔2026〕8号' });
  await seen(window, { finding: office });
  for (const who of [at.as('何涛'), officer()]) {
    const answer = await who.read('kernel.timeline', { object: office });
    if (isRefusal(answer)) throw new Error(answer.code);
    const { entries } = answer as { entries: { type: string; who: string; body: unknown }[] };
    expect(entries.filter(({ type }) => type === 'risk-centre.FindingLookedAt').at(-1)).toMatchObject({
      who: '郑科长',
      body: { window, paper: '临纪监〔2026〕8号', to: '2026-03-20' },
    });
  }
});

test('L25 the same request twice is one look', async () => {
  const window = await opened();
  const request = newId();
  const who = inspector();
  const once = () => who.run('risk-centre.look-through-window', { window, finding: finance }, request);
  const [first, again] = [await once(), await once()];
  expect(again).toEqual(first);
  expect((await shown(window)).looked).toBe(1);
});

test('L25 named findings and no others; their numbers are told by a look alone', async () => {
  const window = await opened({ units: [], findings: [finance, county] });
  const listed = await seen(window);
  expect(ids(listed)).toEqual([finance, county].toSorted());
  expect(code(await look(window, { finding: office }))).toBe('not-found');
  expect((await shown(window)).findings).toHaveLength(2);
  expect(await shown(window, inspector())).toMatchObject({ findings: [], named: 2, looks: [], looked: 0 });
});

test('L25 before its first day, after its last and once closed it shows nothing, and says why', async () => {
  const ahead = await opened({ from: '2026-03-06' });
  expect(await look(ahead)).toMatchObject({ code: 'window-not-begun', data: { from: '2026-03-06' } });
  expect(await shown(ahead)).toMatchObject({ standing: 'ahead', daysLeft: 0 });
  const window = await opened();
  expect(await shown(window, inspector())).toMatchObject({ standing: 'open', daysLeft: 16, mine: true });
  expect((await shown(window, inspector())).may).toEqual(['risk-centre.look-through-window']);
  // The evening of the last day in Shanghai, and the minute after midnight.
  now = new Date('2026-03-20T15:59:00Z');
  expect(code(await look(window, { finding: finance }))).toBe('done');
  now = new Date('2026-03-20T16:01:00Z');
  expect(await look(window)).toMatchObject({ code: 'window-over', data: { to: '2026-03-20' } });
  // Over is over, also for a finding that is not in it: nothing is told apart.
  expect(code(await look(window, { finding: newId() }))).toBe('window-over');
  expect(await shown(window, inspector())).toMatchObject({ standing: 'over', daysLeft: 0, may: [] });
  now = start;
  const closed = await opened();
  expect(code(await look(closed))).toBe('done');
  await officer().does('risk-centre.close-window', { window: closed, reason: '检查提前结束' });
  expect(code(await look(closed))).toBe('window-closed');
  expect(code(await look(closed, { finding: finance }))).toBe('window-closed');
  expect(code(await officer().run('risk-centre.close-window', { window: closed, reason: '再关一次' }))).toBe(
    'window-closed',
  );
  expect(code(await inspector().run('risk-centre.close-window', { window, reason: '不再需要' }))).toBe(
    'not-your-right',
  );
});

test('L25 the last day holds in the statement itself: with the decision before it taken away, nothing is shown', async () => {
  const window = await opened();
  const count = (who: Person) =>
    reading(at.kernel, { actor: who.actor, who: ['inspector'], room: 'risk-centre' }, async (tx, context) => {
      const of = { id: window, units: [at.ids.finance] };
      const { n } = await tx.one<{ n: number }>(
        sql`select count(*)::int as n from risk_centre.finding where ${shownThrough(of, context)}`,
      );
      return n;
    });
  expect(await count(inspector())).toBe(2);
  // Same right, another name.
  expect(await count(at.with(inspector().actor.grants, { person: newId(), unit: at.ids.bureau }))).toBe(0);
  now = new Date('2026-03-21T02:00:00Z');
  expect(await count(inspector())).toBe(0);
  now = new Date('2026-03-04T02:00:00Z');
  expect(await count(inspector())).toBe(0);
  now = start;
  await officer().does('risk-centre.close-window', { window, reason: '检查提前结束' });
  expect(await count(inspector())).toBe(0);
});

test('L25 a proposal too old to open is over; the hourly work marks what is over, and nothing else', async () => {
  const [late, running] = [await opened({ to: '2026-03-06' }), await opened()];
  const old = await proposed({ to: '2026-03-06' });
  now = new Date('2026-03-07T02:00:00Z');
  expect(code(await at.as('冯局长').run('risk-centre.confirm-window', { window: old }))).toBe('window-over');
  const job = at.with(
    [],
    jobActor('end-windows', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
  );
  expect(code(await job.run('risk-centre.end-window', { window: running }))).toBe('window-runs');
  await runJob(at.kernel, 'risk-centre.end-windows', { signal: new AbortController().signal, asked: {} });
  const states = await behind<{ id: Id; state: string }>(
    'select id, state from risk_centre.inspection_window where id = any ($1::uuid[])',
    [[late, running, old]],
  );
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    [late]: 'ended',
    [running]: 'open',
    [old]: 'proposed',
  });
  expect(code(await job.run('risk-centre.end-window', { window: late }))).toBe('not-now');
  expect(code(await officer().run('risk-centre.close-window', { window: late, reason: '已到期' }))).toBe('window-over');
  expect(code(await look(late))).toBe('window-over');
  now = start;
});

test('SEC-AC-04 a window of somebody else is no window: the same answer as for one that there is not', async () => {
  const window = await opened();
  const other = at.with(inspector().actor.grants, { person: newId(), unit: at.ids.bureau });
  const unknown = { code: 'not-found', status: 404 };
  for (const id of [window, newId()]) {
    expect(await look(id, {}, other)).toMatchObject(unknown);
    expect(await look(id, { finding: finance }, other)).toMatchObject(unknown);
    expect(await other.read('risk-centre.window', { id })).toMatchObject(unknown);
  }
  const listed = await other.list('risk-centre.windows', { size: '50' });
  expect(isRefusal(listed) ? listed.code : listed.rows).toEqual([]);
  const own = await inspector().list('risk-centre.windows', { size: '50' });
  if (isRefusal(own)) throw new Error(own.code);
  expect(own.rows.map((row) => row['id'])).toContain(window);
  // The unit that is looked at learns of looks from its findings, and nothing of the window.
  expect(code(await at.as('何涛').read('risk-centre.window', { id: window }))).toBe('not-your-right');
});

test('L25 with the right to inspect alone, every other act and every other read of risk is refused', async () => {
  const own = new Set(['risk-centre.propose-window', 'risk-centre.look-through-window']);
  const everybodys = ['anyone', 'signed-in', 'self', 'holder', 'any-role'];
  const open = [...at.kernel.verbs.values()].filter(
    ({ name, who, internal }) => !own.has(name) && !internal && !who.some((word: string) => everybodys.includes(word)),
  );
  expect(open.length).toBeGreaterThan(80);
  const admitted: string[] = [];
  for (const { name } of open) if (code(await inspector().run(name, {})) !== 'not-your-right') admitted.push(name);
  expect(admitted).toEqual([]);
  expect(code(await inspector().read('risk-centre.finding', { id: finance }))).toBe('not-found');
  const findings = await inspector().list('risk-centre.findings', { size: '50' });
  expect(isRefusal(findings) ? findings.code : findings.rows).toEqual([]);
  for (const name of ['risk-centre.chain', 'risk-centre.kits', 'risk-centre.alerts', 'risk-centre.quality'])
    expect(code(await inspector().read(name, {}))).toBe('not-your-right');
});

test('L25 a long list goes on where it ended', async () => {
  const many: Id[] = [];
  for (let n = 0; n < 51; n += 1) many.push(await raised(at.ids.county, `青B·${String(30_000 + n)}`));
  const window = await opened({ units: [at.ids.county] });
  const first = await seen(window);
  expect(first.list).toMatchObject({ total: 52 });
  expect(first.list!.rows).toHaveLength(50);
  const second = await seen(window, { after: first.list!.after });
  expect(second.list).toMatchObject({ total: 52, after: null });
  expect([...ids(first), ...ids(second)].toSorted()).toEqual([...many, county].toSorted());
});

test('SEC-AC-17 with the policies off, an inspector sees no further than the right reaches, and a keeper no further than the own windows', async () => {
  // A window over the city in which the county's inspector is named too, behind the program's back.
  const window = await opened({ units: [at.ids.finance, at.ids.county] });
  await behind('update risk_centre.inspection_window set inspectors = inspectors || $2::uuid where id = $1', [
    window,
    at.ids.persons['吴调度'].person,
  ]);
  await seen(window, { finding: finance });
  const countyWindow = await opened({ units: [at.ids.county] });
  await behind(
    `insert into risk_centre.window_look (node_id, id, unit_id, window_id, finding_id, person_id, at)
     select node_id, gen_random_uuid(), unit_id, $1, id, $2, now() from risk_centre.finding where id = $3`,
    [countyWindow, at.ids.persons['吴调度'].person, finance],
  );
  await behind('update risk_centre.inspection_window set findings = array[$2, $3]::uuid[] where id = $1', [
    countyWindow,
    county,
    finance,
  ]);
  await policiesOff(at.urls.superuser);
  expect(code(await look(window, {}, countyInspector()))).toBe('not-found');
  const countyOfficer = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(await countyOfficer.read('risk-centre.window', { id: window })).toMatchObject({ code: 'not-found' });
  const listed = await countyOfficer.list('risk-centre.windows', { size: '50' });
  if (isRefusal(listed)) throw new Error(listed.code);
  expect(listed.rows.map((row) => row['id'])).toContain(countyWindow);
  expect(listed.rows.map((row) => row['id'])).not.toContain(window);
  // Neither the foreign look nor the number of the foreign finding.
  expect(await shown(countyWindow, countyOfficer)).toMatchObject({ looks: [], looked: 0, findings: [{ id: county }] });
  expect((await shown(countyWindow)).findings).toHaveLength(2);
  expect((await shown(countyWindow)).looked).toBe(1);
  const mine = await countyInspector().list('risk-centre.windows', { size: '50' });
  expect(isRefusal(mine) ? mine.code : mine.rows).toEqual([]);
  expect(
    code(await countyOfficer.run('risk-centre.propose-window', asked({ units: [at.ids.county], findings: [finance] }))),
  ).toBe('not-found');
  // Named over the whole city, with a right over the county: of a window at the county it sees the county's.
  await behind(
    'update risk_centre.inspection_window set inspectors = inspectors || $2::uuid, units = units || $3::uuid where id = $1',
    [countyWindow, at.ids.persons['吴调度'].person, at.ids.finance],
  );
  expect(ids(await seen(countyWindow, {}, countyInspector()))).toEqual([county]);
  expect(code(await look(countyWindow, { finding: finance }, countyInspector()))).toBe('not-found');
});
