import { newId } from '@opengoa/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { type FrontDoor, town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

/** A fault reported by scanning a label, by somebody without an account; and what nobody gets out of that door. */

let at: Town;
let clerk: Visitor;
let now = new Date();
const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const plate = '青A·71234';
let car = '';
let token = '';
let fresh: FrontDoor | undefined;

/** Somebody new in the street, at the same address as everybody here: the limit by address is given room, and tested for itself. */
const stranger = () => new Visitor(at.origin);
const label = (of = token) => `/api/faults/labels/${of}`;

const register = async (number: string): Promise<string> =>
  (
    await at.at.as('郑科长').does('vehicles.register-vehicle', {
      unit: at.at.ids.bureauFleet,
      serves: at.at.ids.city,
      plate: number,
      odometerKm: 20_000,
      make: '红旗',
      model: 'H5',
      category: 'other',
      body: 'sedan',
      power: 'petrol',
      seats: 5,
    })
  ).facts[0]!.object.id;

interface Sheet {
  readonly things: readonly { id: string; name: string; code: string; token: string | null }[];
}
const sheet = async () => (await clerk.read('kernel.label-sheet', { kind: 'vehicles.vehicle' })).body as Sheet;
const tokenOf = async (thing: string) => (await sheet()).things.find(({ id }) => id === thing)!.token!;
const reports = async (asked: Visitor = clerk) =>
  ((await asked.read('kernel.fault-reports')).body as { rows: Record<string, unknown>[] }).rows;

beforeAll(async () => {
  at = await town({ clock: () => now });
  await openAccount(at, '郑科长', 'zheng');
  clerk = await signIn(at, 'zheng');
  car = await register(plate);
  await clerk.does('kernel.make-labels', { kind: 'vehicles.vehicle', objects: [car] });
  token = await tokenOf(car);
});
afterAll(async () => {
  clerk?.leave();
  await at?.close();
});

/** Ten minutes pass by the wall clock only; in these tests the door's counts are begun anew by another door over the same house. */
async function freshDoor(): Promise<Visitor> {
  await fresh?.close();
  fresh = await at.anotherDoor({});
  return new Visitor(fresh.origin);
}

describe('a label', () => {
  test('those chosen in a ledger are asked for alone; what is no id is refused', async () => {
    const other = await register('南A9L042');
    const only = async (ids: string) =>
      (await clerk.read('kernel.label-sheet', { kind: 'vehicles.vehicle', only: ids })).body as Sheet;
    expect((await sheet()).things.map(({ id }) => id)).toEqual(expect.arrayContaining([car, other]));
    expect((await only(other)).things.map(({ id }) => id)).toEqual([other]);
    expect((await only(`${car},${other}`)).things).toHaveLength(2);
    expect(await only('x')).toMatchObject({ code: 'input-not-fitting' });
  });
  test('its code is long, made once, and stays out of the Record', async () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    await clerk.does('kernel.make-labels', { kind: 'vehicles.vehicle', objects: [car] });
    expect(await tokenOf(car)).toBe(token);
    const { rows } = await at.superuser.query(`select body::text from kernel.fact where type = 'kernel.LabelMade'`);
    expect(rows).toHaveLength(1);
    expect(rows[0].body).not.toContain(token);
  });

  test('a stranger learns the public name and what may be wrong, and neither plate, unit, id nor people', async () => {
    const { status, body, text } = await stranger().get(label());
    expect(status).toBe(200);
    expect(body).toMatchObject({ thing: '公务用车 红旗 H5', opens: null });
    for (const secret of [plate, '71234', '车队', car, '郑']) expect(text).not.toContain(secret);
  });

  test('somebody signed in gets the thing by the same code, its plate or its number; a foreign post gets nothing', async () => {
    expect((await clerk.get(label())).body).toMatchObject({ opens: `/vehicles/fleet/${car}` });
    for (const code of [`https://goa.example/r/${token}`, token, plate, '青a 71234'])
      expect((await clerk.read('kernel.scan', { code })).body).toMatchObject({
        things: [{ id: car, opens: `/vehicles/fleet/${car}` }],
      });
    await openAccount(at, '周敏', 'zhou');
    const colleague = await signIn(at, 'zhou');
    expect((await colleague.get(label())).body).toMatchObject({ opens: null });
    expect((await colleague.read('kernel.scan', { code: plate })).body).toEqual({ things: [] });
    colleague.leave();
  });
});

describe('a report, from the label to "fixed"', () => {
  let tracking = '';
  let report = '';

  test('one wish is one report, however often it is sent; the number is only the reporter’s', async () => {
    const who = stranger();
    const key = newId();
    const said = { what: 'tyre', words: '左前轮瘪了' };
    const first = await who.post(label(), said, { 'idempotency-key': key });
    const again = await who.post(label(), said, { 'idempotency-key': key });
    expect(first.status).toBe(200);
    expect(again.text).toBe(first.text);
    ({ tracking } = first.body as { tracking: string });
    expect(tracking).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const rows = await reports();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ said: '轮胎问题，左前轮瘪了', state: 'reported', thing: '公务用车 红旗 H5' });
    report = rows[0]!['id'] as string;
    const kept = await at.superuser.query(
      `select (select string_agg(f.body::text || f.request_id, '') from kernel.fact f) || (select string_agg(r::text, '') from kernel.fault_report r) as all`,
    );
    expect(kept.rows[0].all).not.toContain(tracking);
  });

  test('it is a task of the post responsible; a repair is ordered from it, and both show both', async () => {
    const { rows } = (await clerk.read('kernel.my-tasks', { 'f.box': 'waiting' })).body as {
      rows: { opens: string }[];
    };
    expect(rows.map(({ opens }) => opens)).toContain(`/faults/${report}`);
    const one = (await clerk.read('kernel.fault-report', { id: report })).body as { may: string[] };
    expect(one.may).toEqual(
      expect.arrayContaining(['kernel.take-fault-report', 'kernel.disown-fault-report', 'vehicles.order-repair']),
    );
    const { repair } = await clerk.does<{ repair: string }>('vehicles.order-repair', {
      vehicle: car,
      what: '左前轮',
      garage: '一厂',
      report,
    });
    expect((await clerk.read('kernel.fault-report', { id: report })).body).toMatchObject({
      state: 'taken',
      links: [{ kind: 'vehicles.repair' }],
    });
    const { rows: kept } = await at.superuser.query('select report_id from vehicles.repair where id = $1', [repair]);
    expect(kept[0].report_id).toBe(report);
    const other = await register('青A·71235');
    const wrong = await clerk.run('vehicles.order-repair', { vehicle: other, what: '轮胎', garage: '一厂', report });
    expect(wrong).toMatchObject({ status: 404 });
  });

  test('the reporter reads how it stands, says "not fixed", and then "fixed" by one tap', async () => {
    const who = await freshDoor();
    const state = async () => (await who.post('/api/faults/state', { tracking: tracking.toLowerCase() })).body;
    expect(await state()).toMatchObject({ state: 'taken', mayConfirm: false, mayReopen: false });
    expect(await who.post('/api/faults/confirm', { tracking })).toMatchObject({ status: 409, code: 'not-now' });
    await clerk.does('kernel.handle-fault-report', { report, answer: '已补胎' });
    expect(await state()).toMatchObject({ state: 'handled', answer: '已补胎', mayConfirm: true, mayReopen: true });
    expect((await who.post('/api/faults/reopen', { tracking, why: '又瘪了' })).status).toBe(200);
    expect((await reports())[0]).toMatchObject({ state: 'reported', reopened: 1 });
    await clerk.does('kernel.handle-fault-report', { report, answer: '已换胎' });
    expect((await who.post('/api/faults/confirm', { tracking })).status).toBe(200);
    expect(await state()).toMatchObject({ state: 'confirmed', mayReopen: false });
    const { rows } = (await clerk.read('kernel.my-tasks', { 'f.box': 'waiting' })).body as { rows: unknown[] };
    expect(JSON.stringify(rows)).not.toContain(report);
  });

  test('"not ours" names whose it is; after the days of the standard nothing is opened again', async () => {
    const who = await freshDoor();
    const { body } = await who.post(label(), { what: 'other', words: '停车场地锁坏了' });
    const own = (body as { tracking: string }).tracking;
    const [{ id }] = (await reports()) as [{ id: string }];
    expect((await clerk.run('kernel.disown-fault-report', { report: id, answer: '不是车的问题' })).status).toBe(422);
    await clerk.does('kernel.disown-fault-report', { report: id, whose: '物业服务中心', answer: '已电话告知' });
    expect((await who.post('/api/faults/state', { tracking: own })).body).toMatchObject({
      state: 'not-ours',
      whose: '物业服务中心',
      mayReopen: true,
    });
    later(15);
    expect((await who.post('/api/faults/state', { tracking: own })).body).toMatchObject({ mayReopen: false });
    expect(await who.post('/api/faults/reopen', { tracking: own })).toMatchObject({ code: 'reopening-over' });
  });

  test('a photo goes with it, its place and device taken off, and the handler may open it', async () => {
    const who = await freshDoor();
    const { body } = await who.post(label(), { what: 'damaged' });
    const own = (body as { tracking: string }).tracking;
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const send = (content: Buffer, more = {}) =>
      who.post('/api/faults/photos', content, { 'content-type': 'image/png', 'x-tracking': own, ...more });
    expect(await send(Buffer.from('<svg onload=alert(1)>'))).toMatchObject({ code: 'upload-kind-refused' });
    expect((await send(picture, { 'x-tracking': 'AAAA-AAAA-AAAA-AAAA' })).status).toBe(404);
    expect((await send(picture)).status).toBe(200);
    clerk.leave();
    clerk = await signIn(at, 'zheng');
    const [{ id }] = (await reports()) as [{ id: string }];
    const { photos } = (await clerk.read('kernel.fault-report', { id })).body as { photos: string[] };
    expect(photos).toHaveLength(1);
    const got = await clerk.get(`/api/files/${photos[0]}`);
    expect(got.status).toBe(200);
    expect(got.headers['content-disposition']).toMatch(/^attachment/);
    for (let n = 0; n < 2; n += 1) expect((await send(picture)).status).toBe(200);
    expect(await send(picture)).toMatchObject({ code: 'too-many-photos' });
  });
});

describe('what nobody gets out of that door', () => {
  test('never made, revoked and switched off are one answer, byte for byte but for its number', async () => {
    const who = await freshDoor();
    const plain = ({ status, body }: { status: number; body: unknown }) => {
      const { requestId: _requestId, ...rest } = body as Record<string, unknown>;
      return { status, ...rest };
    };
    const unknown = plain(await who.get(label('A'.repeat(22))));
    expect(unknown).toMatchObject({ status: 404, code: 'fault-reports-closed' });
    const lost = await register('青A·71236');
    await clerk.does('kernel.make-labels', { kind: 'vehicles.vehicle', objects: [lost] });
    const old = await tokenOf(lost);
    expect((await who.get(label(old))).status).toBe(200);
    await clerk.does('kernel.revoke-label', { kind: 'vehicles.vehicle', object: lost, why: '标签被撕' });
    expect(plain(await who.get(label(old)))).toEqual(unknown);
    expect((await who.post(label(old), { what: 'tyre' })).code).toBe('fault-reports-closed');
    const leader = at.at.as('冯局长');
    await leader.does('kernel.switch-fault-reports', { unit: at.at.ids.bureau, open: false, why: '设备检修' });
    expect(plain(await who.get(label()))).toEqual(unknown);
    expect((await who.post(label(), { what: 'tyre' })).code).toBe('fault-reports-closed');
    // Who works with the thing still finds it.
    expect((await clerk.get(label())).body).toMatchObject({ thing: null, opens: `/vehicles/fleet/${car}` });
    await leader.does('kernel.switch-fault-reports', { unit: at.at.ids.bureau, open: true, why: '恢复' });
    expect((await who.get(label())).status).toBe(200);
  });

  test('an address, a thing and all together have their share; the next one is told to wait', async () => {
    const who = await freshDoor();
    const other = await register('青A·71237');
    await clerk.does('kernel.make-labels', { kind: 'vehicles.vehicle', objects: [other] });
    const its = await tokenOf(other);
    const said = { what: 'tyre' };
    const ofThing = [];
    for (let n = 0; n < 7; n += 1) ofThing.push((await who.post(label(its), said)).code);
    expect(ofThing).toEqual([...Array.from({ length: 6 }, () => undefined), 'too-many-reports']);
    for (let n = 0; n < 3; n += 1) await who.post(label(its), said);
    expect(await who.post(label(its), said)).toMatchObject({ status: 429, code: 'too-often' });
    // The count lasts an hour for the thing.
    later(0.05);
    expect((await (await freshDoor()).post(label(its), said)).status).toBe(200);
    clerk.leave();
    clerk = await signIn(at, 'zheng');
  });

  test('labels and tracking numbers are not found by trying: looking has its share too', async () => {
    const who = await freshDoor();
    const codes = new Set<string | undefined>();
    for (let n = 0; n < 125; n += 1)
      codes.add(
        (await (n % 2 ? who.get(label(newId().slice(0, 22))) : who.post('/api/faults/state', { tracking: `${n}` })))
          .code,
      );
    expect([...codes].map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'fault-reports-closed',
      'not-found',
      'too-often',
    ]);
  });

  test('hostile words are kept as words or refused; unknown fields, other origins and other kinds of body are refused', async () => {
    const who = await freshDoor();
    const before = (await reports()).length;
    const post = (body: unknown, headers = {}) => who.post(label(), body, headers);
    expect(await post({ what: 'constructor' })).toMatchObject({ code: 'fault-not-of-this-thing' });
    expect(await post({ what: 'tyre', words: 'x'.repeat(501) })).toMatchObject({ code: 'input-not-fitting' });
    expect(await post({ what: 'tyre', words: 'a\u202eb' })).toMatchObject({ code: 'input-not-fitting' });
    expect(await post({ what: 'tyre', state: 'confirmed' })).toMatchObject({ code: 'input-not-fitting' });
    expect(await post({ what: 'tyre' }, { origin: 'https://elsewhere.example' })).toMatchObject({
      code: 'not-from-our-page',
    });
    expect((await post('what=tyre', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect(await reports()).toHaveLength(before);
    expect(
      (await post({ what: 'tyre', words: `<script>alert(1)</script>'; drop table kernel.label; --` })).status,
    ).toBe(200);
    expect((await reports())[0]).toMatchObject({
      said: `轮胎问题，<script>alert(1)</script>'; drop table kernel.label; --`,
    });
  });

  test('the verbs behind it are not on the wire, and a stranger opens none of the others', async () => {
    const who = await freshDoor();
    for (const verb of ['kernel.report-fault', 'kernel.add-fault-photo'])
      expect((await who.run(verb, {})).status).toBe(404);
    const [{ id: report }] = (await reports()) as [{ id: string }];
    for (const verb of ['confirm-fault-fixed', 'reopen-fault-report', 'take-fault-report'])
      expect((await who.run(`kernel.${verb}`, { report })).status).toBe(401);
  });
});
