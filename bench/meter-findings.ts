/**
 * How many real meters the energy kits would ask about: baseline of one year, findings of the next.
 *
 *   node bench/meter-findings.ts <folder of the Cambridge estates data> [--train 2018] [--test 2019] [--each]
 *
 * There are no verdicts for these meters: this counts questions, it does not measure precision.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { type StandardsInForce, type Verdict, loadKit } from '@opengoa/kernel/risk-kit';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { predictTowt } from '../domains/energy/methods/towt-baseline.ts';
import { trustworthyHours } from '../domains/energy/methods/trustworthy-hours.ts';
import {
  nightsOverBaseline,
  offHoursLoadInputs,
  offHoursMonths,
} from '../domains/energy/risks/off-hours-load/inputs.ts';
import { useOverBaselineInputs } from '../domains/energy/risks/use-over-baseline/inputs.ts';
import { kindOfDay, metersOf, weatherOf } from './cambridge-meters.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    train: { type: 'string', default: '2018' },
    test: { type: 'string', default: '2019' },
    each: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error(
    'usage: node bench/meter-findings.ts <folder with weather.csv.gz and hourly/> [--train Y] [--test Y] [--each]',
  );
  process.exit(2);
}

const room = join(import.meta.dirname, '../domains/energy');
const standards = loadStandards(await findStandards(room));
const over = await loadKit(join(room, 'risks/use-over-baseline'));
const off = await loadKit(join(room, 'risks/off-hours-load'));
const inForce = (kit: typeof over): StandardsInForce =>
  Object.fromEntries(
    Object.entries(kit.standards).flatMap(([name, { id, selector }]) => {
      const value = standards.valueOn(id, `${flags.test}-12-31`, [], selector);
      return value.found ? [[name, value]] : [];
    }),
  );

const meters = metersOf(folder, flags.train, flags.test);
const weather = { train: weatherOf(folder, flags.train), test: weatherOf(folder, flags.test) };
const schedule = { kindOfDay, workFromHour: 8, workToHour: 18 };
const months = new Map(
  meters.map(({ name, train, test }) => [
    name,
    offHoursMonths({ startsOn: `${flags.train}-01-01`, electricityKwh: [...train, ...test] }, schedule),
  ]),
);
const counts = new Map<string, number>();
const count = (verdict: Pick<Verdict, 'kit' | 'status' | 'rule'>): void => {
  const key = `${verdict.kit} ${verdict.status} ${verdict.rule}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

for (const { name, train, test } of meters) {
  const subject = { kind: 'meter', id: name, name };
  const said: Verdict[] = [];
  const given = useOverBaselineInputs({
    training: { startsOn: `${flags.train}-01-01`, electricityKwh: train, outdoorC: weather.train },
    judged: { startsOn: `${flags.test}-01-01`, electricityKwh: test, outdoorC: weather.test },
    kindOfDay,
    declaredChanges: [],
    priceFenPerKwh: null,
  });
  if (given.status === 'ok') said.push(over.judge(subject, given.inputs, { standards: inForce(over) }));
  else count({ kit: over.id, status: 'insufficient_data', rule: given.reasons[0]!.code });
  const nightsOf = (month: string) => {
    if (given.status !== 'ok') return null;
    const begins = daysBetween(`${flags.test}-01-01`, `${month}-01`) * 24;
    const ends = begins + daysBetween(`${month}-01`, `${addDays(`${month}-28`, 4).slice(0, 7)}-01`) * 24;
    const weatherOfMonth = { startsOn: `${month}-01`, outdoorC: weather.test.slice(begins, ends) };
    return nightsOverBaseline(
      trustworthyHours(test).kwh.slice(begins, ends),
      predictTowt(given.fit.model, weatherOfMonth, kindOfDay),
      given.inputs.baseline.longRunCorrelation,
    );
  };
  for (const { month } of months.get(name)!.filter((each) => each.month.startsWith(flags.test))) {
    const peers = [...months].flatMap(([other, of]) => (other === name ? [] : [of]));
    const about = { declaredNightLoads: [], nightsOverBaseline: nightsOf(month), priceFenPerKwh: null };
    const inputs = offHoursLoadInputs(month, months.get(name)!, peers, about);
    said.push(off.judge(subject, inputs, { standards: inForce(off) }));
    const alone = off.judge(subject, { ...inputs, peerShares: [] }, { standards: inForce(off) });
    count({ ...alone, kit: `${off.id} (no peers)` });
    if (flags.each && alone.status === 'flag') console.log(`  no peers: ${alone.explanation.en}`);
  }
  for (const verdict of said) {
    count(verdict);
    if (flags.each && verdict.status === 'flag') console.log(verdict.explanation.en);
  }
}
console.log(`${meters.length} meters, baseline of ${flags.train}, findings of ${flags.test}`);
for (const [what, n] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(n).padStart(6)}  ${what}`);
