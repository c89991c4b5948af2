import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places, turnOrganisation } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Asked {
  readonly requested: string;
  readonly sentBack: string;
  readonly deciding: string;
  /** Every way before renting was ruled out. */
  readonly renting: string;
  readonly room: string;
  readonly licence: string;
  /** Rooms in use that are handed back, one of them asked for. */
  readonly handedBack: string;
  readonly held: string;
  readonly quota: string;
  readonly draft: string;
  readonly submitted: string;
}

const wanted = { purpose: '新设科室', people: 2, needM2: 20 };

/** At every place: requests for premises in four states, a vacant room, a licence of use, a quota, and reports before and after they were submitted. */
export async function thingsOfRoomRequests(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => asInstitution(town, place, () => askedAt(town, place)));
  const of =
    (key: string, which: keyof Asked, more: object = {}) =>
    ({ relation }: Place) => ({ [key]: things[relation][which], ...more });
  return {
    ids: idsOf(things),
    inputs: {
      'space.ask-for-rooms': ({ unit }) => ({ unit, ...wanted }),
      'space.request-basis': ({ unit }) => ({ unit }),
      'space.approve-request': of('request', 'requested'),
      'space.refuse-request': of('request', 'requested', { opinion: '暂缓' }),
      'space.send-request-back': of('request', 'requested', { opinion: '请补充' }),
      'space.withdraw-request': of('request', 'requested'),
      'space.revise-request': of('request', 'sentBack', { ...wanted, version: 2 }),
      'space.rule-out-way': of('request', 'deciding', { way: 'adjust', reason: '无合适房源', unfit: '留作他用' }),
      'space.choose-way': of('request', 'renting', { way: 'rent', paper: '批复' }),
      'space.decline-request': of('request', 'deciding', { reason: '暂无房源' }),
      'space.allot-to-request': ({ relation }) => ({
        request: things[relation].deciding,
        rooms: [things[relation].room],
        from: '2026-03-05',
        paper: '调配单',
      }),
      'space.order-vacating': of('licence', 'licence', { why: '机构调整' }),
      'space.take-rooms-back': of('licence', 'licence', { day: '2026-03-05' }),
      'space.ask-to-hand-back': ({ unit, relation }) => ({
        unit,
        rooms: [things[relation].held],
        day: '2026-03-10',
        why: '不再需要',
      }),
      'space.take-hand-back': of('handBack', 'handedBack', { day: '2026-03-05' }),
      'space.decline-hand-back': of('handBack', 'handedBack', { reason: '未清空' }),
      'space.withdraw-hand-back': of('handBack', 'handedBack'),
      'space.rooms-held': ({ unit }) => ({ unit }),
      'space.request': of('id', 'requested'),
      'space.request-candidates': of('id', 'deciding'),
      'space.licence': of('id', 'licence'),
      'space.set-quota': ({ unit }) => ({ unit, from: '2026-02-01', paper: '核定文件', form: 'multi-storey' }),
      'space.strike-quota': of('quota', 'quota', { why: '有误' }),
      'space.unit-quota': ({ unit }) => ({ id: unit }),
      'space.open-report': ({ unit }) => ({ unit, year: 2025 }),
      'space.redraw-report': of('report', 'draft', { version: 1 }),
      'space.submit-report': of('report', 'draft', { version: 1, head: '负责人', statistician: '统计员' }),
      'space.accept-report': of('report', 'submitted'),
      'space.return-report': of('report', 'submitted', { opinion: '请核对' }),
      'space.report': of('id', 'submitted'),
      'space.report.xlsx': of('id', 'submitted'),
      'space.what-if': ({ unit }) => ({ unit }),
    },
  };
}

/** Premises are an institution’s: a division is called one while its things are made. */
async function asInstitution<T>(town: Town, { unit }: Place, make: () => Promise<T>): Promise<T> {
  const called = async (kind: string): Promise<string> => {
    const was = await behindTheWalls(town, async (client) => {
      const { rows } = await client.query('select kind from kernel.unit where id = $1', [unit]);
      await client.query('update kernel.unit set kind = $2 where id = $1', [unit, kind]);
      await turnOrganisation(client);
      return rows[0].kind as string;
    });
    await town.at.kernel.registers.refresh();
    return was;
  };
  const was = await called('institution');
  const made = await make();
  await called(was);
  return made;
}

async function askedAt(town: Town, place: Place): Promise<Asked> {
  const { unit, word, locals } = place;
  const keeper = local(town, place, 'space-clerk', locals.newcomer, '用房管理');
  const asker = local(town, place, 'clerk', locals.asker, '经办人');
  const head = local(town, place, 'head', locals.head, '负责人');
  const made = async (verb: string, input: object) => (await keeper.does(verb, input)).facts.at(-1)!.object.id;
  const building = await made('space.register-building', { unit, name: `房${word}`, form: 'multi-storey' });
  const roomOf = (number: string) =>
    made('space.register-room', { building, floor: 1, number, name: word, areaM2: 10 });
  const quota = await quotaAt(town, place, made);

  const ask = async () =>
    ((await asker.does('space.ask-for-rooms', { unit, ...wanted, purpose: word })).result as { request: string })
      .request;
  const sentBack = await ask();
  await head.does('space.send-request-back', { request: sentBack, opinion: '请补充' });
  const deciding = async () => {
    const request = await ask();
    await behindTheWalls(town, async (client) => {
      await client.query("update space.request set state = 'deciding' where id = $1", [request]);
      await client.query("update kernel.task set state = 'done', ended_at = now() where object_id = $1", [request]);
    });
    return request;
  };
  const renting = await deciding();
  for (const way of ['adjust', 'exchange'])
    await keeper.does('space.rule-out-way', {
      request: renting,
      way,
      reason: '无合适房源',
      unfit: '留作他用',
    });
  const allotted = await deciding();
  const { licence } = (
    await keeper.does('space.allot-to-request', {
      request: allotted,
      rooms: [await roomOf('201')],
      from: '2026-03-01',
      paper: '调配单',
    })
  ).result as { licence: string };
  const inUse = async (number: string) => {
    const room = await roomOf(number);
    const { version } = (await keeper.read('space.room', { id: room })) as { version: number };
    const given = { room, version, unit, from: '2026-03-01', kind: 'allotted', paper: '调配单' };
    await keeper.does('space.allot-room', given);
    return room;
  };
  const handing = { unit, rooms: [await inUse('203')], day: '2026-03-10', why: '不再需要' };
  const handedBack = (await asker.does('space.ask-to-hand-back', handing)).facts[0]!.object.id;
  const held = await inUse('204');
  // A report takes in all units below.
  const reporter = town.at.with([{ role: 'space-clerk', unit, below: true }], {
    unit,
    person: locals.newcomer,
    name: '用房管理',
  });
  const report = async (year: number) =>
    (await reporter.does('space.open-report', { unit, year })).facts.at(-1)!.object.id;
  const submitted = await report(2026);
  await reporter.does('space.submit-report', { report: submitted, version: 1, head: '负责人', statistician: '统计员' });
  const draft = await report(2024);
  return {
    requested: await ask(),
    sentBack,
    deciding: await deciding(),
    renting,
    room: await roomOf('202'),
    licence,
    handedBack,
    held,
    quota,
    draft,
    submitted,
  };
}

/** By a post that was approved for the unit. */
async function quotaAt(
  town: Town,
  { unit, locals }: Place,
  made: (verb: string, input: object) => Promise<string>,
): Promise<string> {
  await behindTheWalls(town, async (client) => {
    await client.query("update kernel.post set rank = '科员', establishment = 20 where id = $1", [locals.emptyPost]);
    await turnOrganisation(client);
  });
  await town.at.kernel.registers.refresh();
  return made('space.set-quota', { unit, from: '2026-01-01', paper: '核定文件', form: 'multi-storey' });
}
