import { isRefusal, newId } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { runVerb, type Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import type { EnergyYear, RegisterMeter } from './energy-year.ts';
import { keepEnergyBooks } from './keep-energy-books.ts';
import { ordinaryDays } from './ordinary-days.ts';
import { chunks, sideBySide } from './side-by-side.ts';

/** Buildings, meters and two years of readings, in the batches that an import sends. */

const station = '临江站(演示)';
const atOnce = 4;
/** As many as `receive-readings` takes at once. */
const readingsAtOnce = 10_000;
const instantOf = (day: string, hour: number) =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString();

export async function loadEnergy(
  kernel: Kernel,
  year: EnergyYear,
  {
    progress,
    signal,
    registered,
  }: {
    readonly progress: (line: string) => void;
    readonly signal: AbortSignal;
    /** Told as soon as the buildings stand, by name. */
    readonly registered?: (buildings: ReadonlyMap<string, string>) => void;
  },
): Promise<number> {
  const clerk = as('钱晓燕');
  const begin = atTime(kernel, new Date(Date.parse(`${year.trained}T00:00:00+08:00`) - 86_400_000));
  const end = atTime(kernel, new Date(`${year.toExclusive}T00:00:00+08:00`));
  const buildings = new Map<string, string>();
  const meters = new Map<string, string>();
  const meter = async (input: Readonly<Record<string, unknown>> & { readonly key: string }) => {
    const answer = await does(begin, clerk, 'energy.register-meter', { validFrom: year.trained, ...input });
    meters.set(input.key, answer.facts[0]!.object.id);
  };
  await sideBySide(
    year.buildings,
    atOnce,
    async ({ name, unit, use, areaM2, floors, builtYear, people, nightLoads, hourly, meter: key }) => {
      const described = { unit: unitId(unit), name, use, areaM2, floors, builtYear, people, nightLoads, station };
      const answer = await does(begin, clerk, 'energy.register-building', described);
      const building = answer.facts[0]!.object.id;
      buildings.set(name, building);
      await does(begin, clerk, 'energy.set-price', {
        building,
        from: year.trained,
        fenPerUnit: 62.5,
        document: '供用电合同(演示)',
      });
      if (hourly)
        await meter({
          building,
          name: '电力总表',
          carrier: 'electricity',
          key,
          reads: 'interval',
          intervalMinutes: 60,
        });
      for (const own of year.daily.filter((each) => each.building === name))
        await meter({
          building,
          name: own.name,
          carrier: 'electricity',
          kind: 'sub',
          use: own.use,
          parent: meters.get(key),
          key: own.key,
          reads: 'interval',
          intervalMinutes: 1_440,
        });
      for (const own of year.registers.filter((each) => each.building === name)) {
        const { carrier, digits, firstRegister } = own;
        const below = carrier === 'electricity' && hourly ? { kind: 'sub', parent: meters.get(key) } : {};
        await meter({
          building,
          name: own.name,
          carrier,
          key: own.key,
          reads: 'register',
          digits,
          firstRegister,
          ...below,
        });
      }
    },
  );
  registered?.(buildings);
  const temperatures = year.outdoorC.map((temperatureC, hour) => ({ at: instantOf(year.trained, hour), temperatureC }));
  for (let at = 0; at < temperatures.length; at += readingsAtOnce)
    await does(end, clerk, 'energy.receive-weather', {
      station,
      readings: temperatures.slice(at, at + readingsAtOnce),
    });
  let readings = 0;
  const receive = async (
    sent: readonly { readonly meter: string; readonly pairs: readonly (readonly [string, number])[] }[],
  ) => {
    const some = sent.filter(({ pairs }) => pairs.length > 0);
    if (some.length === 0) return;
    await does(end, clerk, 'energy.receive-readings', { meters: some });
    readings += some.reduce((sum, { pairs }) => sum + pairs.length, 0);
  };
  await sideBySide(year.hours, atOnce, async ([key, kwh]) => {
    signal.throwIfAborted();
    const pairs = kwh.flatMap((value, hour) =>
      value === null ? [] : [[instantOf(year.trained, hour), value] as const],
    );
    const id = meters.get(key)!;
    for (let at = 0; at < pairs.length; at += readingsAtOnce)
      await receive([{ meter: id, pairs: pairs.slice(at, at + readingsAtOnce) }]);
    const fitted = await runVerb(end, {
      name: 'energy.fit-baseline',
      input: { meter: id, from: year.trained, toExclusive: year.from },
      actor: clerk,
      requestId: newId(),
    });
    if (isRefusal(fitted) && fitted.code !== 'no-baseline')
      throw new Error(`demo: ${fitted.code} ${JSON.stringify(fitted.data)}`);
  });
  progress(`电表逐时读数 ${readings.toLocaleString('en')} · hourly readings`);
  const daily = year.daily.map(({ key, days }) => ({
    meter: meters.get(key)!,
    pairs: days.flatMap((value, day) =>
      value === null ? [] : [[instantOf(addDays(year.from, day), 0), value] as const],
    ),
  }));
  await sideBySide(chunks(daily, 27), atOnce, receive);
  await sideBySide(year.registers, atOnce, (own) =>
    readRegister(own, meters.get(own.key)!, receive, (verb, input) => does(end, clerk, verb, input)),
  );
  for (const { building, day, kind, what } of year.changes)
    await does(end, clerk, 'energy.declare-change', { building: buildings.get(building), day, kind, what });
  await keepEnergyBooks(kernel, year, { buildings, meters });
  await ordinaryDays(kernel, year, { buildings, meters });
  return readings;
}

type Receive = (
  sent: readonly { readonly meter: string; readonly pairs: readonly (readonly [string, number])[] }[],
) => Promise<void>;

/** What somebody read each month, with the exchange where one was made and the correction where one was needed. */
async function readRegister(
  { readings, exchange, correction }: RegisterMeter,
  meter: string,
  receive: Receive,
  run: (verb: string, input: object) => Promise<unknown>,
): Promise<void> {
  const iso = (minute: number) => new Date(minute * 60_000).toISOString();
  const pairs = readings.map(({ at, value }) => [iso(at), value] as const);
  const first = exchange ? readings.findIndex(({ at }) => at > exchange.at) : pairs.length;
  await receive([{ meter, pairs: pairs.slice(0, first) }]);
  if (exchange) {
    const { at, lastRegister, firstRegister, key } = exchange;
    await run('energy.replace-meter', { meter, at: iso(at), lastRegister, firstRegister, key, why: '到期轮换' });
    await receive([{ meter, pairs: pairs.slice(first) }]);
  }
  if (correction)
    await run('energy.correct-reading', {
      meter,
      at: iso(correction.at),
      value: correction.value,
      why: '抄错位数，复核更正',
    });
}
