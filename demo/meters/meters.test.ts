/** The sample stays small and whole, and the energy kits say of it what its README promises. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type StandardsInForce, type Verdict, loadKit } from '@opengoa/kernel/risk-kit';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { expect, test } from 'vitest';
import { kindOfDay, metersOf, weatherOf } from '../../bench/cambridge-meters.ts';
import { offHoursLoadInputs, offHoursMonths } from '../../domains/energy/risks/off-hours-load/inputs.ts';
import { useOverBaselineInputs } from '../../domains/energy/risks/use-over-baseline/inputs.ts';

const folder = import.meta.dirname;
const room = join(folder, '../../domains/energy');
const meters = metersOf(folder, '2018', '2019');
const weather = [weatherOf(folder, '2018'), weatherOf(folder, '2019')] as const;
const standards = loadStandards(await findStandards(room));
const over = await loadKit(join(room, 'risks/use-over-baseline'));
const off = await loadKit(join(room, 'risks/off-hours-load'));

function inForce(kit: typeof over): StandardsInForce {
  return Object.fromEntries(
    Object.entries(kit.standards).flatMap(([name, { id, selector }]) => {
      const value = standards.valueOn(id, '2019-12-31', [], selector);
      return value.found ? [[name, value]] : [];
    }),
  );
}

const meter = (name: string) => meters.find((each) => each.name === name)!;

function yearOver(name: string): Verdict | string {
  const { train, test: judged } = meter(name);
  const given = useOverBaselineInputs({
    training: { startsOn: '2018-01-01', electricityKwh: train, outdoorC: weather[0] },
    judged: { startsOn: '2019-01-01', electricityKwh: judged, outdoorC: weather[1] },
    kindOfDay,
    declaredChanges: [],
    priceFenPerKwh: null,
  });
  if (given.status !== 'ok') return given.reasons[0]!.code;
  return over.judge({ kind: 'meter', id: name, name }, given.inputs, { standards: inForce(over) });
}

test('two whole years of six meters and their weather stay under a megabyte', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  expect(bytes).toBeLessThan(1_000_000);
  expect(meters.map(({ name, train, test: judged }) => [name, train.length + judged.length])).toEqual(
    ['b0', 'b8', 'b23', 'b36', 'b78', 'b101'].map((name) => [name, 17_520]),
  );
  expect(weather.flat()).toHaveLength(17_520);
});

test('origin and both licences are named beside the data', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const named of ['10.5281/zenodo.10955332', 'MIT', 'Open Government Licence v3', 'MIDAS Open'])
    expect(readme).toContain(named);
});

test('the level shift is found from its first day', () => {
  expect(yearOver('b36')).toMatchObject({
    status: 'flag',
    rule: 'lasting-drift',
    period: ['2019-04-01', '2020-01-01'],
  });
});

test('the autumn rise is found, the normal building and the steady one are left alone', () => {
  expect(yearOver('b23')).toMatchObject({ status: 'flag', rule: 'lasting-drift' });
  expect(yearOver('b0')).toMatchObject({ status: 'clear' });
  expect(yearOver('b101')).toMatchObject({ status: 'clear' });
});

test('a meter that was stuck for months gets no baseline, and that is said', () => {
  expect(yearOver('b78')).toBe('too-many-missing');
});

test('the risen night is found in the months that it rose, and nowhere in the normal building', () => {
  const flagged = (name: string): string[] => {
    const { train, test: judged } = meter(name);
    const schedule = { kindOfDay, workFromHour: 8, workToHour: 18 };
    const months = offHoursMonths({ startsOn: '2018-01-01', electricityKwh: [...train, ...judged] }, schedule);
    return months
      .filter(({ month }) => {
        const inputs = offHoursLoadInputs(month, months, [], {
          declaredNightLoads: [],
          nightsOverBaseline: null,
          priceFenPerKwh: null,
        });
        return off.judge({ kind: 'building', id: name, name }, inputs, { standards: inForce(off) }).status === 'flag';
      })
      .map(({ month }) => month);
  };
  expect(flagged('b8')).toEqual(['2019-09', '2019-10', '2019-11', '2019-12']);
  expect(flagged('b0')).toEqual([]);
});
