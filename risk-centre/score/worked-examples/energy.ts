import { attribute } from '../../../domains/energy/methods/attribution.ts';
import { exceeds } from '../../../domains/energy/budget/project-year.ts';
import { coalAndCarbon } from '../../../domains/energy/methods/coal-and-carbon.ts';
import { cusum } from '../../../domains/energy/methods/cusum.ts';
import { persistenceEnsemble } from '../../../domains/energy/methods/day-ahead.ts';
import { fitDegreeDays } from '../../../domains/energy/methods/degree-day-baseline.ts';
import { fitStatistics, fractionalSavingsUncertainty, mase } from '../../../domains/energy/methods/fit-statistics.ts';
import { dayNumber, dayOf, plainWeek } from '../../../domains/energy/methods/hour-series.ts';
import { lmdi, logarithmicMean } from '../../../domains/energy/methods/lmdi.ts';
import { occupiedHours } from '../../../domains/energy/methods/occupied-hours.ts';
import { offHoursUse } from '../../../domains/energy/methods/off-hours.ts';
import { valueChanges } from '../../../domains/energy/methods/point-anomaly.ts';
import { referenceKnotsC, temperaturePieces } from '../../../domains/energy/methods/temperature-pieces.ts';
import { fitTowt, predictTowt } from '../../../domains/energy/methods/towt-baseline.ts';
import { seeded } from '@opengoa/kernel/seeded';
import { type Answers, beside, found, type Given, sum } from './case.ts';

export const energy: Answers = {
  'energy.metrics': (input) => {
    const fit = found(fitStatistics(input.nums('actual'), input.nums('predicted'), input.num('parameters_p')));
    return {
      cvrmse_n: fit.cvRmsePercentN,
      cvrmse_n_minus_p: fit.cvRmsePercent,
      nmbe_actual_minus_pred_n_minus_p: fit.nmbePercent,
      mape: fit.mapePercent,
      smape_0_200: fit.smapePercent,
      r2: fit.r2,
    };
  },
  'energy.mase': (input) =>
    found(mase(input.nums('train'), input.nums('test'), input.nums('forecast'), input.num('season_m'))),
  'energy.caltrack_temperature_bins_F': (input) => ({
    features: input.nums('T').map((t) => temperaturePieces(t, input.nums('bins'))),
  }),
  'energy.towt_knots_C': () => ({ knots_C: referenceKnotsC }),
  'energy.degree_day_daily': degreeDays,
  'energy.towt_hourly': towt,
  'energy.lmdi_additive': lmdiOfUse,
  'energy.lmdi_carbon': lmdiOfCarbon,
  'energy.attribution_month': (input) => {
    const use = ([weather, staff]: readonly boolean[]) =>
      20_000 + 35 * input.num(weather ? 'dd1' : 'dd0') + 90 * input.num(staff ? 'h1' : 'h0');
    const [last, now] = [input.num('act0'), input.num('act1')];
    const { effects, lastYearResidual, thisYearResidual } = attribute(2, use, last, now);
    return {
      delta: now - last,
      weather: effects[0],
      staff: effects[1],
      last_year_residual: lastYearResidual,
      this_year_residual: thisYearResidual,
      sum: sum(effects) + lastYearResidual + thisYearResidual,
    };
  },
  'energy.off_hours': (input) => {
    const electricityKwh = Array.from({ length: 4 * 168 }, (_, i) =>
      Math.floor(i / 24) % 7 < 5 ? input.nums('weekday_kW_by_hour')[i % 24]! : input.num('weekend_kW'),
    );
    const [workFromHour, workToHour] = input.nums('work_hours') as [number, number];
    const use = found(
      offHoursUse({ startsOn: '2024-01-01', electricityKwh }, { kindOfDay: plainWeek, workFromHour, workToHour }),
    );
    return {
      off_hours_share_of_week: use.offHoursShare,
      'night_base_ratio(median 00-05 / mean 09-17)': use.baseRatio,
    };
  },
  'energy.cusum': (input) => {
    const path = cusum(input.nums('z'), { k: input.num('k'), h: input.num('h') });
    return { path: path.over, first_alarm_index0: path.firstAlarm };
  },
  'energy.quota_exceedance': (input) => {
    const chance = exceeds(input.num('quota'), input.num('ytd'), input.nums('forecast'), input.nums('sd'));
    return {
      expected_total: input.num('ytd') + sum(input.nums('forecast')),
      P_exceed_independent: chance.independent,
      P_exceed_fully_correlated: chance.correlated,
    };
  },
  'energy.fsu_daily': (input, expected) => {
    const sure = found(
      fractionalSavingsUncertainty({
        cvRmse: input.num('cvrmse'),
        baselinePeriods: input.num('P'),
        reportingPeriods: input.num('Q'),
        lagOneCorrelation: 0.35,
        savedShare: input.num('F'),
        t: expected.num('t'),
      }),
    );
    return {
      P_prime: sure.effectivePeriods,
      t: beside('handed in: a quantile of tables'),
      'aM2+bM+d': sure.polynomialValue,
      fsu: sure.uncertaintyShare,
    };
  },
  'energy.carbon': carbon,
  'energy.value_change': (input) => {
    const changes = valueChanges(input.nums('x'), input.num('t'), input.nums('shifts'));
    return { diff: changes.map(({ difference }) => difference), ratio_plus1: changes.map(({ ratio }) => ratio) };
  },
  'energy.persistence': (input) => {
    const days = input.rows('history(days x periods)');
    const { mean, sd } = persistenceEnsemble(days);
    return { previous_day: days.at(-1), ensemble_mean: mean, ensemble_sd_ddof1: sd };
  },
};

function degreeDays() {
  const random = seeded(7);
  const year = Array.from({ length: 365 }, (_, i) => {
    const d = i + 1;
    const t = 14 + 13 * Math.cos((2 * Math.PI * (d - 200)) / 365) + 2.5 * Math.sin((2 * Math.PI * d) / 9);
    const useKwh = 1200 + 45 * Math.max(12 - t, 0) + 70 * Math.max(t - 22, 0) + 160 * (random() - 0.5);
    return { day: dayOf(dayNumber('2023-01-01') + i), useKwh, dailyMeanC: [t] };
  });
  const { model, training } = found(
    fitDegreeDays(year, { heatingBalanceC: { from: 4, to: 20 }, coolingBalanceC: { from: 4, to: 30 } }),
  );
  return {
    model: model.kind === 'heating-and-cooling' ? 'hc' : model.kind,
    heating_balance: model.heatingBalanceC,
    cooling_balance: model.coolingBalanceC,
    coef: [model.baseKwh, model.heatingKwhPerDegreeDay, model.coolingKwhPerDegreeDay],
    adj_r2: model.adjustedR2,
    'cvrmse_pct(P-c)': training.cvRmsePercent,
    mean_use: training.meanActual,
  };
}

function towt() {
  const random = seeded(11);
  const outdoorC: number[] = [];
  const electricityKwh: number[] = [];
  for (let t = 0; t < 1344; t++) {
    const h = t % 24;
    const busy = Math.floor(t / 24) % 7 < 5 && h >= 8 && h <= 17;
    const c = 20 + 8 * Math.sin((2 * Math.PI * (h - 9)) / 24) + 4 * Math.sin((2 * Math.PI * t) / 408);
    outdoorC.push(c);
    electricityKwh.push(30 + (busy ? 40 : 0) + (busy ? 3 : 0.8) * Math.max(c - 18, 0) + 6 * (random() - 0.5));
  }
  const occupied = occupiedHours(
    electricityKwh,
    outdoorC,
    outdoorC.map((_, t) => t % 168),
  );
  const learned = 1008;
  const fit = found(
    fitTowt(
      {
        startsOn: '2024-01-01',
        electricityKwh: electricityKwh.slice(0, learned),
        outdoorC: outdoorC.slice(0, learned),
      },
      { kindOfDay: plainWeek, occupied, seasons: 'one-model' },
    ),
  );
  const predicted = predictTowt(
    fit.model,
    { startsOn: '2024-02-12', outdoorC: outdoorC.slice(learned) },
    plainWeek,
  ).map(({ expectedKwh }) => expectedKwh ?? Number.NaN);
  const next = found(fitStatistics(electricityKwh.slice(learned), predicted, 0));
  return {
    occupied_hours_of_week: occupied.filter(Boolean).length,
    knots_C_kept: fit.model.knotsC,
    cvrmse_train_pct: fit.training.cvRmsePercentN,
    cvrmse_test_pct: next.cvRmsePercent,
    nmbe_test_pct: next.nmbePercent,
    pred_t1010: predicted[1010 - learned],
    pred_t1018: predicted[1018 - learned],
    pred_t1300: predicted[1300 - learned],
    load_t1010: electricityKwh[1010],
  };
}

const products = (rows: readonly (readonly number[])[]): number =>
  sum(rows.map((row) => row.reduce((all, value) => all * value, 1)));

function lmdiOfUse(input: Given) {
  const year = (at: 0 | 1) =>
    input.nums(`share${at}`).map((share, i) => [input.nums('area')[at]!, share, input.nums(`kgce_per_m2_${at}`)[i]!]);
  const [before, now] = [year(0), year(1)];
  const effects = lmdi(before, now);
  const [from, to] = [products(before), products(now)];
  const times = effects.map((effect) => Math.exp(effect / logarithmicMean(to, from)));
  return {
    E0: from,
    E1: to,
    delta: to - from,
    activity: effects[0],
    structure: effects[1],
    intensity: effects[2],
    residual: to - from - sum(effects),
    mult_activity: times[0],
    mult_structure: times[1],
    mult_intensity: times[2],
    mult_product: times.reduce((all, each) => all * each, 1),
    ratio: to / from,
  };
}

function lmdiOfCarbon(input: Given) {
  const year = (at: 0 | 1) =>
    input
      .nums(`mix${at}`)
      .map((mix, i) => [
        input.nums('area')[at]!,
        input.nums('kgce_per_m2')[at]!,
        mix,
        input.nums(`kgCO2_per_kgce${at}`)[i]!,
      ]);
  const [before, now] = [year(0), year(1)];
  const [area, intensity, mix, factor] = lmdi(before, now);
  const [from, to] = [products(before), products(now)];
  return { C0: from, C1: to, delta: to - from, area, intensity, mix, factor };
}

function carbon(input: Given) {
  const factors = input.in('factors');
  const kinds = [
    ['electricity', 'kWh', 'kWh'],
    ['natural-gas', 'm3', 'gas_m3'],
    ['heat', 'GJ', 'heat_GJ'],
  ] as const;
  const uses = kinds.map(([carrier, unit, name]) => ({ carrier, unit, quantity: input.num(name) }));
  const of = (electricity: number) =>
    found(
      coalAndCarbon(uses, {
        coalBasis: 'calorific',
        coal: kinds.map(([carrier, unit]) => ({
          carrier,
          unit,
          kgPerUnit: factors.num(`kgce_per_${unit}`),
          source: 'worked example',
        })),
        carbon: kinds.map(([carrier, unit]) => ({
          carrier,
          unit,
          kgPerUnit: unit === 'kWh' ? electricity : factors.num(`kgCO2_per_${unit}`),
          source: 'worked example',
        })),
      }),
    );
  const own = of(factors.num('kgCO2_per_kWh'));
  return { tCO2: own.carbonTco2, 'tCO2_if_2022_factor_0.5366': of(0.5366).carbonTco2, tce: own.coalTce };
}
