import { describe, expect, test } from 'vitest';
import { fitStatistics } from './fit-statistics.ts';
import { type HourSeries, type KindOfDay, plainWeek } from './hour-series.ts';
import { occupiedHours } from './occupied-hours.ts';
import { keepSupportedKnots, referenceKnotsC, temperaturePieces } from './temperature-pieces.ts';
import { fitTowt, predictTowt } from './towt-baseline.ts';
import { examples, near, found, mulberry32 } from './worked-examples.ts';

/** The worked building: eight weeks from a Monday, occupied Monday to Friday 08–17. */
function workedBuilding() {
  const random = mulberry32(11);
  const outdoorC: number[] = [];
  const electricityKwh: number[] = [];
  for (let t = 0; t < 1344; t++) {
    const h = t % 24;
    const occupied = Math.floor(t / 24) % 7 < 5 && h >= 8 && h <= 17;
    const c = 20 + 8 * Math.sin((2 * Math.PI * (h - 9)) / 24) + 4 * Math.sin((2 * Math.PI * t) / 408);
    outdoorC.push(c);
    electricityKwh.push(30 + (occupied ? 40 : 0) + (occupied ? 3 : 0.8) * Math.max(c - 18, 0) + 6 * (random() - 0.5));
  }
  const slots = outdoorC.map((_, t) => t % 168);
  return { outdoorC, electricityKwh, slots };
}

test('mulberry32 gives the published numbers', () => {
  const random = mulberry32(examples['prng.mulberry32'].input.seed);
  examples['prng.mulberry32'].expected.first5.forEach((expected) => expect(random()).toSatisfy(near(expected)));
});

test('temperature pieces equal the published table and add up to the temperature', () => {
  const { input, expected } = examples['energy.caltrack_temperature_bins_F'];
  input.T.forEach((t, i) => {
    expect(temperaturePieces(t, input.bins)).toEqual(expected.features[i]);
    expect(temperaturePieces(t, input.bins).reduce((sum, piece) => sum + piece, 0)).toBe(t);
  });
});

test('the reference knots are those of the published code', () => {
  examples['energy.towt_knots_C'].expected.knots_C.forEach((knot, i) =>
    expect(referenceKnotsC[i]).toSatisfy(near(knot)),
  );
});

test('an outer knot with 19 hours beyond it goes, with 20 it stays', () => {
  const mild = Array.from({ length: 100 }, () => 20);
  expect(keepSupportedKnots([5, 15], [...mild, ...Array.from({ length: 19 }, () => 4)])).toEqual([]);
  expect(keepSupportedKnots([5, 15], [...mild, ...Array.from({ length: 20 }, () => 4)])).toEqual([5, 15]);
});

describe('the worked building', () => {
  const { outdoorC, electricityKwh, slots } = workedBuilding();
  const { expected } = examples['energy.towt_hourly'];
  const occupied = occupiedHours(electricityKwh, outdoorC, slots);
  const fit = found(
    fitTowt(
      { startsOn: '2024-01-01', electricityKwh: electricityKwh.slice(0, 1008), outdoorC: outdoorC.slice(0, 1008) },
      { kindOfDay: plainWeek, occupied, seasons: 'one-model' },
    ),
  );

  test('fifty hours of the week are occupied', () => {
    expect(occupied.filter(Boolean)).toHaveLength(expected.occupied_hours_of_week);
  });

  test('knots, training error and predictions are those published', () => {
    fit.model.knotsC.forEach((knot, i) => expect(knot).toSatisfy(near(expected.knots_C_kept[i]!)));
    expect(fit.model.knotsC).toHaveLength(3);
    expect(fit.training.cvRmsePercentN).toSatisfy(near(expected.cvrmse_train_pct));
    const predicted = predictTowt(fit.model, { startsOn: '2024-02-12', outdoorC: outdoorC.slice(1008) }, plainWeek).map(
      (hour) => hour.expectedKwh!,
    );
    expect(predicted[1010 - 1008]).toSatisfy(near(expected.pred_t1010));
    expect(predicted[1018 - 1008]).toSatisfy(near(expected.pred_t1018));
    expect(predicted[1300 - 1008]).toSatisfy(near(expected.pred_t1300));
    const nextWeeks = found(fitStatistics(electricityKwh.slice(1008), predicted, 0));
    expect(nextWeeks.cvRmsePercent).toSatisfy(near(expected.cvrmse_test_pct));
    expect(nextWeeks.nmbePercent).toSatisfy(near(expected.nmbe_test_pct));
  });

  test('outside the training range the temperature is clamped and the hour marked', () => {
    const at = (c: number) => predictTowt(fit.model, { startsOn: '2024-02-12', outdoorC: [c] }, plainWeek)[0]!;
    const margin = 0.1 * (fit.model.warmestC - fit.model.coldestC);
    expect(at(60)).toEqual({ ...at(fit.model.warmestC + margin), extrapolated: true });
    expect(at(fit.model.warmestC).extrapolated).toBe(false);
  });

  test('a model kept as JSON predicts the same', () => {
    const kept = JSON.parse(JSON.stringify(fit.model)) as typeof fit.model;
    const weather = { startsOn: '2024-02-12', outdoorC: outdoorC.slice(1008) };
    expect(predictTowt(kept, weather, plainWeek)).toEqual(predictTowt(fit.model, weather, plainWeek));
  });

  test('an hour without temperature has no expectation, a short gap is bridged', () => {
    const gap = [15, null, null, 18, ...Array.from({ length: 7 }, () => null), 20];
    const hours = predictTowt(fit.model, { startsOn: '2024-02-12', outdoorC: gap }, plainWeek);
    expect(hours.slice(0, 4).every((hour) => hour.expectedKwh !== null)).toBe(true);
    expect(hours.slice(4, 11).every((hour) => hour.expectedKwh === null)).toBe(true);
  });
});

/** A year of an office whose level also follows the season, with seven days of holiday and a worked Saturday after them. */
function officeYear(levelOf: (dayOfYear: number) => number = () => 0) {
  const holidays = new Set(Array.from({ length: 7 }, (_, i) => `2023-10-0${i + 1}`));
  const kindOfDay: KindOfDay = (day) =>
    holidays.has(day) ? 'holiday' : day === '2023-10-14' ? 'workday' : plainWeek(day);
  const random = mulberry32(5);
  const hours = 365 * 24;
  const outdoorC = Array.from(
    { length: hours },
    (_, t) => 15 - 12 * Math.cos((2 * Math.PI * t) / hours) + 4 * random(),
  );
  const electricityKwh = Array.from({ length: hours }, (_, t) => {
    const day = new Date(Date.UTC(2023, 0, 1) + Math.floor(t / 24) * 86_400_000).toISOString().slice(0, 10);
    const kind = kindOfDay(day);
    const busy = kind === 'workday' && t % 24 >= 8 && t % 24 < 18;
    const base = kind === 'holiday' ? 12 : 20;
    return base + (busy ? 50 : 0) + levelOf(Math.floor(t / 24)) + Math.max(outdoorC[t]! - 22, 0) + random();
  });
  const series: HourSeries = { startsOn: '2023-01-01', electricityKwh, outdoorC };
  return { series, kindOfDay };
}

test('a public holiday stands below its Sunday, a worked Saturday on its Friday', () => {
  const { series, kindOfDay } = officeYear();
  const fit = found(fitTowt(series, { kindOfDay }));
  const noon = (day: string): number =>
    predictTowt(fit.model, { startsOn: day, outdoorC: Array.from({ length: 24 }, () => 18) }, kindOfDay)[12]!
      .expectedKwh!;
  expect(noon('2023-10-14')).toBeGreaterThan(65);
  expect(noon('2023-10-21')).toBeLessThan(25);
  // Seven holidays seen: 7 / (7 + 2) of the eight kWh between a holiday and a Sunday is believed.
  expect(noon('2023-10-22') - noon('2023-10-03')).toBeCloseTo((8 * 7) / 9, 0);
});

test('a seasonal shift is laid on only where months are biased', () => {
  const flat = officeYear();
  expect(found(fitTowt(flat.series, { kindOfDay: flat.kindOfDay })).model.seasonalShiftKwh).toBeNull();
  const term = officeYear((day) => (day % 180 < 90 ? 15 : 0));
  const one = found(fitTowt(term.series, { kindOfDay: term.kindOfDay, seasons: 'one-model' }));
  const seasonal = found(fitTowt(term.series, { kindOfDay: term.kindOfDay }));
  expect(seasonal.model.seasonalShiftKwh).not.toBeNull();
  expect(seasonal.training.cvRmsePercent).toBeLessThan(0.75 * one.training.cvRmsePercent);
  expect(seasonal.training.parameters).toBeGreaterThan(one.training.parameters);
});

const reasonOf = (result: ReturnType<typeof fitTowt>) =>
  result.status === 'insufficient_data' ? result.reasons.map((reason) => reason.code) : [];

describe('below its minimum the baseline stays silent', () => {
  const { series, kindOfDay } = officeYear();
  const cut = (hours: number, change: (kwh: number, i: number) => number | null = (kwh) => kwh): HourSeries => ({
    startsOn: series.startsOn,
    electricityKwh: series.electricityKwh.slice(0, hours).map((kwh, i) => change(kwh!, i)),
    outdoorC: series.outdoorC.slice(0, hours),
  });
  test('with 27 days', () => expect(reasonOf(fitTowt(cut(27 * 24), { kindOfDay }))).toEqual(['too-few-hours']));
  test('with 28 days it speaks', () => expect(fitTowt(cut(28 * 24), { kindOfDay }).status).toBe('ok'));
  test('with a third of the hours missing', () =>
    expect(
      reasonOf(
        fitTowt(
          cut(100 * 24, (kwh, i) => (i % 3 ? kwh : null)),
          { kindOfDay },
        ),
      ),
    ).toEqual(['too-many-missing']));
  test('without weather', () =>
    expect(reasonOf(fitTowt({ ...cut(60 * 24), outdoorC: series.outdoorC.map(() => null) }, { kindOfDay }))).toEqual([
      'no-temperature',
    ]));
  test('when one hour of the week was never read', () =>
    expect(
      reasonOf(
        fitTowt(
          cut(60 * 24, (kwh, i) => (i % 168 === 5 ? null : kwh)),
          { kindOfDay },
        ),
      ),
    ).toEqual(['slot-never-seen']));
});
