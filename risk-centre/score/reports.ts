/**
 * Report truth on series built from real monthly totals: honest ones must pass, made ones must be found. Nothing is trained: limits and spreads are those
 * of the methods, so there is no split to keep. The seed is fixed.
 */
import { seeded } from '@opengoa/kernel/seeded';
import { cambridge, inMonths, type RealBuilding, seattle, toronto } from './real-months.ts';
import { falseAlarms, found, jitteredShare, type Practice, practices } from './made-reports.ts';
import { notThere, type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const reportScore: Score = {
  name: 'reports',
  about: 'were reports measured, or made up (report-truth)',
  lines,
  remarks: [
    'Seattle and Toronto report years: each building takes the run of months of a building of Cambridge, so that no two of a file move together.',
    'Baselines: change against last year above 30 %, z above 3, last digits by chi-squared at 5 %; share of series that they flag.',
  ],
};

function* lines(): Generator<ScoreLine> {
  const random = seeded(20_261_123);
  const estate = cambridge();
  const sets = [
    { name: 'Cambridge', batches: [...Map.groupBy(estate, ({ indicator }) => indicator).values()] },
    { name: 'Seattle', batches: [...inMonths(seattle(), estate, 40, random)] },
    { name: 'Toronto', batches: [...inMonths(toronto(), estate, 40, random)] },
  ];
  let [honest, alarms] = [0, 0];
  for (const { name, batches } of sets) {
    if (batches.length === 0) {
      yield notThere(name);
      continue;
    }
    for (const rounding of [1, 10]) {
      const { series, flagged, baselines } = falseAlarms(batches, rounding, random);
      if (rounding === 1) honest += series;
      alarms += flagged.exact;
      const set = `${name}, ${series} honest series, rounded to ${rounding}`;
      yield scoreLine({
        set,
        metric: 'false flags, exact tests',
        ours: String(flagged.exact),
        baselines,
        target: '0',
        ok: flagged.exact === 0,
      });
      yield scoreLine({ set, metric: 'false flags, all tests', ours: String(flagged.all) });
    }
    yield* practicesFound(name, batches, random);
    yield* jittered(name, batches, random);
  }
  if (honest === 0) return;
  yield scoreLine({
    set: 'all',
    metric: 'honest series looked at',
    ours: String(honest),
    target: '>= 2000',
    ok: honest >= 2_000,
  });
  yield scoreLine({
    set: 'all',
    metric: 'false flags, exact tests',
    ours: String(alarms),
    target: '0',
    ok: alarms === 0,
  });
}

type Batches = readonly (readonly RealBuilding[])[];

function* practicesFound(name: string, batches: Batches, random: () => number): Generator<ScoreLine> {
  for (const practice of Object.keys(practices) as Practice[])
    for (const rounding of [1, 10]) {
      const { cases, hits, right, baselines } = found(practice, batches, rounding, random);
      if (cases === 0) continue;
      yield scoreLine({
        set: `${name}, ${cases} made, rounded to ${rounding}`,
        metric: `recall, ${practice} (right pattern ${(right / cases).toFixed(3)})`,
        ours: (hits / cases).toFixed(3),
        baselines,
        target: '1.000',
        ok: hits === cases,
      });
    }
}

function* jittered(name: string, batches: Batches, random: () => number): Generator<ScoreLine> {
  const { cases, hits, honestGroups, wrong, adverse } = jitteredShare(batches, random);
  const share = wrong / honestGroups;
  yield scoreLine({
    set: `${name}, ${cases} groups of 4 units, 12 months`,
    metric: 'recall, per-head share with 2 % jitter',
    ours: (hits / cases).toFixed(3),
    baselines: 'exact identity 0.000',
    target: '>= 0.950',
    ok: hits / cases >= 0.95,
  });
  yield scoreLine({
    set: `${name}, ${honestGroups} honest groups of 4`,
    metric: 'false alarms of the same test',
    ours: `${(100 * share).toFixed(2)} %`,
    baselines: `heads made to fit use exactly: ${(100 * adverse).toFixed(2)} %`,
    target: '<= 0.20 %',
    ok: share <= 0.002,
  });
}
