import { newId } from '@opengoa/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountOf, sessionOf, visitorAs, type Actor } from './matrix/actors.ts';
import { tried, type Door } from './matrix/doors.ts';
import { behindTheWalls, hire, turnOrganisation, type Place } from './matrix/places.ts';
import { rehearsing } from './matrix/rehearsal.ts';
import { matrixTown, type MatrixTown } from './matrix/world.ts';
import type { FrontDoor } from './town.ts';
import { Visitor, type Answer } from './visitor.ts';

let it: MatrixTown;
/** Does everything and keeps nothing. */
let rehearsal: FrontDoor;
let visitor: Visitor;

beforeAll(async () => {
  it = await matrixTown();
  rehearsal = await it.at.anotherDoor({ kernel: rehearsing });
  visitor = visitorAs(rehearsal.origin);
}, 240_000);
afterAll(async () => {
  visitor?.leave();
  await it?.at.close();
});

type Input = Readonly<Record<string, unknown>>;
const inputOf = (door: Door, place: Place): Input => it.world.things.inputs[door.id]!(place);

/** Whoever comes to the door by a role, with all below; or, where only a part opens it, whoever has it at 临江市. */
function comer(door: Door): Actor {
  const role = door.review!.roles[0];
  const found = door.review!.everyone
    ? it.actors.find(({ right }) => right?.role === 'staff')
    : role
      ? it.actors.find(({ right, kind }) => kind === 'person' && right?.role === role && right.below)
      : it.actors.find(({ part }) => part?.place.relation === 'same' && part.of === door.review!.parts[0]);
  return found!;
}

function send(door: Door, input: Input, { headers }: Actor, at: FrontDoor = rehearsal): Promise<Answer> {
  const sent = headers['origin'] ? { ...headers, origin: at.origin } : headers;
  const by = at === rehearsal ? visitor : visitorAs(at.origin);
  if (door.method === 'GET')
    return by.ask(`${door.path}?${new URLSearchParams(input as Record<string, string>).toString()}`, { headers: sent });
  return by.ask(door.path, {
    method: 'POST',
    headers: { ...sent, 'content-type': 'application/json', 'idempotency-key': newId() },
    body: input,
  });
}

const ofOneThing = () =>
  tried(it.doors).filter(
    (door) =>
      (door.form === 'verb' || door.form === 'read') &&
      !['own', 'root'].includes(door.review!.where ?? '') &&
      door.review!.sees !== 'all' &&
      !door.review!.everyone &&
      Object.values(inputOf(door, it.world.places.same)).some((value) => it.world.things.ids.has(String(value))),
  );

/** The same input with the ids of things made up. */
const withRandomIds = (input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, Array.isArray(value) ? value.map(orRandom) : orRandom(value)]),
  );
const orRandom = (value: unknown): unknown =>
  typeof value === 'string' && it.world.things.ids.has(value) ? newId() : value;

/** What is left of an answer when its own number, and the ids that were asked for, are taken out. */
const bare = ({ text, status, headers }: Answer, input: Input) => {
  let body = text.replaceAll(/"requestId":"[^"]*"/g, '');
  for (const value of Object.values(input))
    if (typeof value === 'string' && value.length === 36) body = body.replaceAll(value, 'ID');
  return { status, body, headers: Object.keys(headers).toSorted() };
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Every row of every table, but for what follows from having been asked: the Record, remembered answers, sessions. */
async function everything(): Promise<Map<string, string>> {
  const { rows } = await it.at.superuser.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and c.relname not in ('fact', 'request', 'session', 'machine_key', 'seal', 'tree_head', 'lease', 'subject_key')`,
  );
  const found = new Map<string, string>();
  for (const { name } of rows as { name: string }[]) {
    const told = await it.at.superuser.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
    );
    found.set(name, (told.rows[0] as { sum: string }).sum);
  }
  return found;
}

describe('SEC-AC-04 what is elsewhere is as if it were not', () => {
  test('SEC-AC-04 a foreign thing and one that never was get the same answer at every door, to the byte', async () => {
    const differ: string[] = [];
    const doors = ofOneThing();
    for (const door of doors) {
      const foreign = inputOf(door, it.world.places.unrelated);
      const random = withRandomIds(foreign);
      const [one, other] = [await send(door, foreign, comer(door)), await send(door, random, comer(door))];
      const [a, b] = [bare(one, foreign), bare(other, random)];
      if (JSON.stringify(a) !== JSON.stringify(b))
        differ.push(`${door.id}: ${one.status} ${one.text} / ${other.status} ${other.text}`);
    }
    expect(doors.length).toBeGreaterThan(40);
    expect(differ).toEqual([]);
  });

  test('SEC-AC-04 and a file: download of a foreign one, and of none', async () => {
    const head = it.actors.find(({ right }) => right?.role === 'head' && right.below)!;
    const ask = (id: string) =>
      visitor.ask(`/api/files/${id}`, { headers: { ...head.headers, origin: rehearsal.origin } });
    const foreign = it.world.files.get('unrelated')!;
    const random = newId();
    expect(bare(await ask(foreign), { id: foreign })).toEqual(bare(await ask(random), { id: random }));
    expect((await ask(foreign)).status).toBe(404);
  });

  test('SEC-AC-04 nor does the time tell', async () => {
    const doors = ofOneThing().filter(({ id }) =>
      [
        'vehicles.trip',
        'vehicles.dispatch-trip',
        'risk-centre.finding',
        'energy.meter',
        'kernel.disable-account',
        'kernel.timeline',
      ].includes(id),
    );
    for (const door of doors) {
      const foreign = inputOf(door, it.world.places.unrelated);
      const times: [number[], number[]] = [[], []];
      for (let n = 0; n < 60; n += 1)
        for (const which of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
          times[which].push((await send(door, which === 0 ? foreign : withRandomIds(foreign), comer(door))).millis);
      const [one, other] = [median(times[0]), median(times[1])];
      expect(Math.abs(one - other), `${door.id}: ${one} ms and ${other} ms`).toBeLessThan(
        Math.max(1.5, 0.35 * Math.max(one, other)),
      );
    }
  });
});

describe('SEC-AC-05 ids within ids, and batches', () => {
  test('SEC-AC-05 one foreign id among one’s own: nothing at all is changed', async () => {
    const { same, sibling, unrelated } = it.world.places;
    const door = (id: string) => it.doors.find((each) => each.id === id)!;
    const own = (id: string) => inputOf(door(id), same);
    const theirs = (id: string) => inputOf(door(id), sibling);
    const tries: [string, Input][] = [
      [
        'vehicles.dispatch-trip',
        { ...own('vehicles.dispatch-trip'), vehicle: theirs('vehicles.dispatch-trip')['vehicle'] },
      ],
      [
        'vehicles.dispatch-trip',
        { ...own('vehicles.dispatch-trip'), driver: theirs('vehicles.dispatch-trip')['driver'] },
      ],
      ['vehicles.dispatch-trip', { ...own('vehicles.dispatch-trip'), trip: theirs('vehicles.dispatch-trip')['trip'] }],
      ['kernel.merge-units', { units: [same.leaves[0], sibling.leaves[0]], into: same.unit, day: '2026-03-05' }],
      ['kernel.split-unit', { unit: same.leaves[0], into: [same.leaves[1], unrelated.leaves[1]], day: '2026-03-05' }],
      [
        'energy.receive-readings',
        {
          meters: [
            ...(own('energy.receive-readings')['meters'] as object[]),
            ...(theirs('energy.receive-readings')['meters'] as object[]),
          ],
        },
      ],
      [
        'risk-centre.assign-finding',
        { ...inputOf(door('risk-centre.assign-finding'), it.world.places.child), to: sibling.locals.asker },
      ],
      ['energy.change-meter', { ...own('energy.change-meter'), parent: theirs('energy.change-meter')['meter'] }],
    ];
    for (const [id, input] of tries) {
      const before = await everything();
      const answer = await send(door(id), input, comer(door(id)), it.at);
      expect([403, 404, 422], `${id}: ${answer.status} ${answer.text}`).toContain(answer.status);
      expect(await everything(), id).toEqual(before);
    }
  });

  test('SEC-AC-05 a message of somebody else stays unread whoever says it was read', async () => {
    const door = it.doors.find(({ id }) => id === 'kernel.mark-read')!;
    const before = await everything();
    expect((await send(door, inputOf(door, it.world.places.same), comer(door), it.at)).status).toBe(200);
    expect((await everything()).get('kernel.message')).toBe(before.get('kernel.message'));
  });
});

describe('SEC-AC-06 SEC-AC-07 ledgers', () => {
  test('SEC-AC-06 a filter on a foreign unit finds, counts and sums nothing; two who ask in turn never see each other’s', async () => {
    const one = it.actors.find(({ name }) => name === 'fleet-clerk exactly')!;
    const other = it.actors.find(({ name }) => name === 'fleet-clerk with all below')!;
    const ask = async ({ headers }: Actor, query: string) =>
      (await visitor.ask(`/api/reads/vehicles.vehicles?${query}`, { headers })).body as {
        rows: object[];
        total: { count: number };
        sums?: Record<string, number>;
      };
    const foreign = await ask(one, `f.unit_id=${it.world.places.sibling.unit}&sums=1`);
    expect(foreign).toMatchObject({ rows: [], total: { count: 0, exact: true } });
    expect(Object.values(foreign.sums ?? {}).every((sum) => sum === 0)).toBe(true);
    const turns = await Promise.all(Array.from({ length: 40 }, (_, n) => ask(n % 2 === 0 ? one : other, 'size=200')));
    expect(new Set(turns.map(({ rows, total }) => `${rows.length} ${total.count}`))).toEqual(new Set(['6 6', '18 18']));
  });

  test('SEC-AC-07 only declared columns are filtered, sorted and searched, in every ledger', async () => {
    const wrong: string[] = [];
    for (const list of it.at.at.kernel.lists.values()) {
      const door = it.doors.find(({ id }) => id === list.name)!;
      const { headers } = comer(door);
      const [schema, view] = list.view.split('.');
      const { rows } = await it.at.superuser.query(
        'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2',
        [schema, view],
      );
      for (const { name } of rows as { name: string }[]) {
        const column = list.columns[name];
        const tries = [
          ...(column?.filter ? [] : [`f.${name}=1`, `f.${name}.from=1`]),
          ...(column?.sort || list.order.replace('-', '') === name ? [] : [`sort=${name}`, `sort=-${name}`]),
        ];
        for (const query of tries) {
          const answer = await visitor.ask(`${door.path}?${query}`, { headers });
          if (answer.status !== 400) wrong.push(`${list.name}?${query}: ${answer.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('SEC-AC-07 what is masked can be neither filtered, sorted nor summed: the mask would be guessed through', () => {
    const open = [...it.at.at.kernel.lists.values()].flatMap(({ name, columns }) =>
      Object.entries(columns).flatMap(([key, { personal, filter, sort, sum }]) =>
        personal && (filter || sort || sum) ? [`${name}.${key}`] : [],
      ),
    );
    expect(open).toEqual([]);
  });
});

describe('SEC-AC-08 SEC-AC-09 nothing more in, nothing more out', () => {
  const serverOwned = ['zzz', 'node_id', 'state', 'status', 'approvedBy', 'createdAt', 'sensitivity', 'person_id'];

  test('SEC-AC-08 every act refuses a property it does not declare, the server’s own among them', async () => {
    const taken: string[] = [];
    for (const door of tried(it.doors).filter(({ form }) => form === 'verb')) {
      const input = inputOf(door, it.world.places.same);
      for (const name of serverOwned.filter((each) => !(each in input))) {
        const answer = await send(door, { ...input, [name]: 'x' }, comer(door));
        if (answer.code !== 'input-not-fitting') taken.push(`${door.id}.${name}: ${answer.status} ${answer.code}`);
      }
    }
    // `state` of a vehicle is declared by change-vehicle, and 'x' is none.
    expect(taken).toEqual([]);
  });

  test('SEC-AC-09 an answer holds what is declared and nothing else', async () => {
    const { verbs, reads, lists } = it.at.at.kernel;
    const wrong: string[] = [];
    for (const door of tried(it.doors)) {
      if (!['verb', 'read', 'list'].includes(door.form)) continue;
      const place = it.world.places[door.review!.apart ? 'child' : 'same'];
      const answer = await send(door, door.form === 'list' ? {} : inputOf(door, place), comer(door));
      // A workbook or a table is no JSON: what stands in it is the same answer, laid out.
      if (answer.status !== 200 || /\.(?:xlsx|csv)$/.test(door.id)) continue;
      const { may, ...body } = answer.body as Record<string, unknown>;
      if (may !== undefined && !Array.isArray(may)) wrong.push(`${door.id}: may`);
      if (door.form === 'read') {
        const fits = reads.get(door.id)!.answer.safeParse(body);
        if (!fits.success) wrong.push(`${door.id}: ${fits.error.message.slice(0, 200)}`);
      } else if (door.form === 'list') {
        const declared = new Set(['id', 'unit_id', 'may', ...Object.keys(lists.get(door.id)!.columns)]);
        const more = (body['rows'] as object[]).flatMap((row) => Object.keys(row).filter((key) => !declared.has(key)));
        if (more.length > 0) wrong.push(`${door.id}: ${[...new Set(more)].join(', ')}`);
      } else {
        const { facts, result, ...rest } = body as { facts: object[]; result?: unknown };
        const declared = verbs.get(door.id)!.result;
        if (Object.keys(rest).length > 0) wrong.push(`${door.id}: ${Object.keys(rest).join(', ')}`);
        if (facts.some((fact) => Object.keys(fact).toSorted().join() !== 'id,object,type'))
          wrong.push(`${door.id}: facts`);
        if (result !== undefined && !declared?.safeParse(result).success) wrong.push(`${door.id}: result`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what was rehearsed left nothing behind', async () => {
    const before = await everything();
    for (const door of tried(it.doors).filter(({ form }) => form === 'verb'))
      await send(door, inputOf(door, it.world.places[door.review!.apart ? 'child' : 'same']), comer(door));
    expect(await everything()).toEqual(before);
  });
});

describe('SEC-AC-12 rights have days', () => {
  test('SEC-AC-12 a right that ends tonight opens today and not tomorrow, for reading, acting, export and download', async () => {
    const { at, world } = it;
    const first = new Date('2026-03-05T09:00:00+08:00');
    const headers = await behindTheWalls(at, async (client) => {
      const hired = await hire(client, { unit: world.places.same.unit, name: '任期到今日', role: 'head' });
      await client.query('update kernel.grant_ set valid_to = $2 where post_id = $1', [hired.post, '2026-03-06']);
      await turnOrganisation(client);
      const account = await accountOf(client, hired, first);
      const token = await sessionOf(client, {
        account,
        person: hired.person,
        unit: hired.unit,
        post: hired.post,
        at: first,
      });
      return { cookie: `opengoa=${token}`, 'sec-fetch-site': 'same-origin' };
    });
    const paths = [
      '/api/reads/vehicles.trips',
      '/api/reads/vehicles.trips.csv',
      '/api/lists/vehicles.fuel',
      `/api/files/${world.files.get('same')}`,
    ];
    for (const path of paths) expect([200, 409], path).toContain((await visitor.ask(path, { headers })).status);
    const tomorrow = await at.anotherDoor({
      kernel: (kernel) => ({ ...kernel, clock: () => new Date('2026-03-06T00:00:01+08:00') }),
    });
    await at.superuser.query('update kernel.session set opened_at = $1, active_at = $1', ['2026-03-06T00:00:00+08:00']);
    const next = visitorAs(tomorrow.origin);
    // A ledger of one's own things still opens, and is empty; what the role alone opens is closed.
    expect((await next.ask('/api/reads/vehicles.trips', { headers })).body).toMatchObject({
      rows: [],
      total: { count: 0 },
    });
    expect((await next.ask('/api/lists/vehicles.fuel', { headers })).status).toBe(403);
    expect((await next.ask(`/api/files/${world.files.get('same')}`, { headers })).status).toBe(404);
    next.leave();
  });
});
