import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const from = '2026-02-01';
const toExclusive = '2026-02-03';
const estimated = '2026-02-20';
const hours = (value: number) =>
  Array.from({ length: 48 }, (_, n) => ({
    at: new Date(Date.parse(`${from}T00:00:00+08:00`) + n * 3_600_000).toISOString(),
    value: value + (n % 24),
  }));

const tariff = {
  from,
  document: '公告',
  seasons: [
    { months: Array.from({ length: 12 }, (_, i) => i + 1), stretches: [{ fromHour: 0, toHour: 24, band: 'flat' }] },
  ],
  prices: [{ band: 'flat', fenPerKwh: 60 }],
};

interface Metered {
  readonly building: string;
  readonly meter: string;
  readonly register: string;
  readonly doubt: string;
  readonly gateway: string;
  readonly excess: string;
  readonly plan: string;
  readonly project: string;
}

/** A building with two meters, two days of readings and a doubt, at every place. */
export async function thingsOfEnergy(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => meteredAt(town, place));
  const building = (more: object) => (place: Place) => ({ building: things[place.relation].building, ...more });
  const meter = (more: object) => (place: Place) => ({ meter: things[place.relation].meter, ...more });
  const missed = meter({ from, toExclusive, why: '断网' });
  const looked = (place: Place) => ({ meter: things[place.relation].meter, from, toExclusive });
  return {
    ids: idsOf(things),
    inputs: {
      'energy.register-building': (place) => ({ unit: place.unit, name: `${place.word}新楼` }),
      'energy.change-building': building({ version: 1, note: '已核' }),
      'energy.declare-change': building({ day: from, kind: 'renovation', what: '更换空调' }),
      'energy.set-price': building({ from, fenPerUnit: 68.5, document: '2026年2月电费单' }),
      'energy.record-size': building({ day: from, areaM2: 5_000, document: '扩建验收' }),
      'energy.move-building': (place) => ({
        building: things[place.relation].building,
        version: 1,
        to: place.leaves[1],
        from: '2026-03-05',
        document: '资产调拨单',
        why: '机构改革',
      }),
      'energy.explain-excess': (place) => ({
        excess: things[place.relation].excess,
        reason: '新增充电桩',
        measures: '错峰充电',
      }),
      'energy.plan-project': (place) => ({
        unit: place.unit,
        meters: [things[place.relation].meter],
        ...terms,
        name: `${place.word}照明改造`,
      }),
      'energy.change-project': (place) => ({ project: things[place.relation].plan, version: 1, measures: '更换灯具' }),
      'energy.start-project': (place) => ({
        project: things[place.relation].plan,
        version: 1,
        from: '2026-03-01',
        document: '竣工报告',
      }),
      'energy.end-project': (place) => ({ project: things[place.relation].plan, version: 1, why: '取消' }),
      'energy.accept-project': (place) => ({ project: things[place.relation].project, version: 2, opinion: '同意' }),
      'energy.settle-project': (place) => ({
        project: things[place.relation].project,
        from: '2026-03-01',
        to: '2026-03-03',
        document: '结算单',
      }),
      'energy.project': (place) => ({ id: things[place.relation].project }),
      'energy.project.xlsx': (place) => ({ id: things[place.relation].project }),
      'energy.set-tariff': (place) => ({ unit: place.unit, ...tariff }),
      'energy.keep-calendar': () => ({ calendar: 'school', days: [{ day: from, kind: 'holiday' }] }),
      'energy.register-meter': building({ name: '分表', carrier: 'electricity', intervalMinutes: 60, validFrom: from }),
      'energy.change-meter': meter({ version: 1, name: '总表' }),
      'energy.replace-meter': meter({ at: '2026-02-20T00:00:00+08:00', why: '到期更换' }),
      'energy.receive-readings': (place) => ({
        meters: [{ meter: things[place.relation].meter, readings: [{ at: '2026-02-10T00:00:00+08:00', value: 3 }] }],
      }),
      'energy.read-meter': (place) => ({ meter: things[place.relation].register, value: 120 }),
      'energy.correct-reading': meter({ at: hours(1)[3]!.at, value: 9, why: '抄错' }),
      'energy.check-meter': meter({ outcome: 'fine', found: '正常' }),
      'energy.question-readings': meter({ from, toExclusive }),
      'energy.estimate-gaps': missed,
      'energy.withdraw-estimates': meter({ from: estimated, toExclusive: '2026-02-21', why: '估补有误' }),
      'energy.decide-doubt': (place) => ({ doubt: things[place.relation].doubt, outcome: 'counted', why: '属实' }),
      'energy.receive-weather': () => ({ station: 'main', readings: [{ at: hours(1)[0]!.at, temperatureC: 3 }] }),
      'energy.fit-baseline': meter({ from, toExclusive }),
      'energy.forecast-day': meter({ day: '2099-02-03' }),
      'energy.register-gateway': (place) => ({
        unit: place.unit,
        name: `${place.word}采集器`,
        host: '10.0.0.9',
        points: [{ key: `${place.word}表二`, address: 1, type: 'uint16' }],
      }),
      'energy.change-gateway': (place) => ({ gateway: things[place.relation].gateway, version: 1, everyMinutes: 30 }),
      'energy.building': (place) => ({ id: things[place.relation].building }),
      'energy.meter': (place) => ({ id: things[place.relation].meter }),
      'energy.profile': looked,
      'energy.load': looked,
      'energy.completeness': () => ({ year: '2026' }),
      'energy.gaps': (place) => ({ meter: things[place.relation].meter, year: '2026' }),
      'energy.building-months': () => ({ year: '2026' }),
      'energy.account': () => ({ year: '2026' }),
      'energy.intervals': looked,
      'energy.day-ahead': (place) => ({ meter: things[place.relation].meter, day: from }),
      'energy.record-kitchen-waste': (place) => ({
        unit: place.unit,
        canteen: `${place.word}食堂`,
        month: '2026-01',
        wasteKg: 300,
        meals: 2_000,
        people: 100,
        document: '清运单',
      }),
      'energy.kitchen-waste': (place) => ({ unit: place.unit, year: '2026' }),
      'energy.doubles': () => ({}),
      'energy.own-institution': () => ({}),
      'energy.meter-tree': (place) => ({ building: things[place.relation].building, day: from }),
      'energy.split': (place) => ({ building: things[place.relation].building, year: '2026' }),
      'energy.attribution': (place) => ({ building: things[place.relation].building, year: '2026' }),
    },
  };
}

const terms = {
  kind: 'energy-trust',
  measures: '能源费用托管',
  contractor: '节能公司',
  investmentFen: 0,
  contractFrom: '2026-02-20',
  contractTo: '2031-02-19',
  yearlyFeeFen: 10_000_000,
  baselineFrom: '2025-01-01',
  baselineToExclusive: '2026-01-01',
  document: '托管合同',
};

async function meteredAt(town: Town, place: Place): Promise<Metered> {
  const clerk = local(town, place, 'energy-clerk', place.locals.head, '负责人');
  const made = async (verb: string, input: object) => (await clerk.does(verb, input)).facts[0]!.object.id;
  const building = await made('energy.register-building', { unit: place.unit, name: place.word, areaM2: 4_000 });
  const described = { building, carrier: 'electricity', validFrom: '2025-01-01' };
  const meter = await made('energy.register-meter', { ...described, name: place.word, intervalMinutes: 60 });
  const register = await made('energy.register-meter', {
    ...described,
    name: `${place.word}手抄`,
    reads: 'register',
    key: `${place.word}表`,
    firstRegister: 100,
  });
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: hours(10).filter((_, n) => n !== 20) }] });
  const doubt = newId();
  await behindTheWalls(town, (client) =>
    client.query(
      `insert into energy.doubt (node_id, id, unit_id, meter_id, rule, from_at, to_at, value, count, found_at)
       values (1, $1, $2, $3, 'stuck', $4, $5, 0, 1, $5)`,
      [doubt, place.unit, meter, hours(1)[0]!.at, hours(1)[1]!.at],
    ),
  );
  // An hour that was estimated, to be taken back.
  await behindTheWalls(town, async (client) => {
    const [id, at] = [newId(), `${estimated}T00:00:00+08:00`];
    await client.query(
      `insert into energy.repair (node_id, id, unit_id, meter_id, from_at, to_at, readings, repaired_at) values (1, $1, $2, $3, $4, $4, 1, $4)`,
      [id, place.unit, meter, at],
    );
    await client.query(
      `insert into energy.reading (node_id, at, value, meter_id, unit_id, quality) values (1, $1, 5000, $2, $3, 1)`,
      [at, meter, place.unit],
    );
  });
  await made('energy.register-meter', {
    ...described,
    name: `${place.word}二`,
    reads: 'register',
    key: `${place.word}表二`,
  });
  const gateway = await made('energy.register-gateway', {
    unit: place.unit,
    name: place.word,
    host: '10.0.0.8',
    points: [{ key: `${place.word}表`, address: 0, type: 'uint16' }],
  });
  await clerk.does('energy.set-tariff', { unit: place.unit, ...tariff });
  await clerk.does('energy.record-kitchen-waste', {
    unit: place.unit,
    canteen: `${place.word}食堂`,
    month: '2025-12',
    wasteKg: 200,
    meals: 2_000,
    people: 100,
    document: '清运单',
  });
  const excess = newId();
  await behindTheWalls(town, (client) =>
    client.query(
      `insert into energy.excess (node_id, id, unit_id, year, carrier, says, state, raised_at) values (1, $1, $2, 2026, 'heat', $3, 'open', $4)`,
      [excess, place.unit, place.word, hours(1)[0]!.at],
    ),
  );
  const plan = await made('energy.plan-project', { unit: place.unit, meters: [meter], ...terms, name: place.word });
  const project = await made('energy.plan-project', {
    unit: place.unit,
    meters: [meter],
    ...terms,
    name: `${place.word}托管`,
  });
  await clerk.does('energy.start-project', { project, version: 1, from: '2026-02-20', document: '竣工报告' });
  await clerk.does('energy.settle-project', { project, from: '2026-02-20', to: '2026-02-25', document: '结算单' });
  return { building, meter, register, doubt, gateway, excess, plan, project };
}
