/**
 * Evidence and alerts on made-up subjects, of which the truth is known: does a stated 0.8 come true in eight of ten, and are no more alerts false than the budget allows?
 * What is learned (correlation, correction) is learned from earlier subjects, measured on later ones. Seeds are fixed.
 */
import { seeded } from '@opengoa/kernel/seeded';
import { combineEvidence, fromLogit, noisyOr } from '../methods/evidence-to-probability.ts';
import { combineCorrelated } from '../methods/evidence/correlated-evidence.ts';
import { reliability } from '../methods/learning/reliability.ts';
import { alertLines } from './alert-weeks.ts';
import { type EvidenceWorld, learnFrom, madeSubjects, type MadeSubject } from './evidence-worlds.ts';
import { type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const evidenceScore: Score = {
  name: 'evidence',
  about: 'correlated evidence as one probability, and alerts under a budget of false ones (made-up subjects)',
  lines,
  remarks: [
    'Calibration error: Σ share × |stated − true| over ten bins; "shown" are subjects stated at 0.3 or more by the method itself, where it is hardest and where it matters. Mean of 4 histories.',
    'A history: 5000 subjects scored, of which 400 highest and 400 at random were looked into; then 30000 new ones.',
    'Those shown fall short with heavy tails, where a farther score is no surer one (a line in log odds alone: 0.17; a curve whose ends may be single cases: 0.10), and with two groups of yes-or-no kits, where few combinations carry all.',
    'A share of 0 of 0 says that nothing was sure enough to be sent; alerts and true ones found are told beside it.',
  ],
};

const four = (rho: number): EvidenceWorld['groups'] => [{ kits: 4, moves: 1.5, rho }];
const two: EvidenceWorld['groups'] = [
  { kits: 3, moves: 1.5, rho: 0.8 },
  { kits: 2, moves: 1.2, rho: 0.3 },
];

export const evidenceWorlds: readonly EvidenceWorld[] = [
  ...[0.3, 0.6, 0.9].map((rho): EvidenceWorld => ({
    name: `4 scores, correlation ${rho}`,
    prior: 0.05,
    groups: four(rho),
    says: 'scores',
  })),
  ...[0.3, 0.6, 0.9].map((rho): EvidenceWorld => ({
    name: `4 yes-or-no kits, correlation ${rho}`,
    prior: 0.05,
    groups: four(rho),
    says: 'flags',
  })),
  { name: '4 kits, only what flags is kept, 0.6', prior: 0.05, groups: four(0.6), says: 'flags', silent: 0 },
  { name: 'two groups of scores, 0.8 and 0.3', prior: 0.05, groups: two, says: 'scores' },
  { name: 'two groups of yes-or-no kits', prior: 0.05, groups: two, says: 'flags' },
  { name: '4 scores that claim twice what they know, 0.6', prior: 0.05, groups: four(0.6), says: 'scores', claims: 2 },
  { name: '4 scores with heavy tails (t, 3 df), 0.6', prior: 0.05, groups: four(0.6), says: 'scores', heavy: true },
];

type Way = (world: EvidenceWorld, subject: MadeSubject) => number;

const simpleWays: Readonly<Record<string, Way>> = {
  'sum of all': ({ prior }, { said }) => combineCorrelated(prior, said, () => 0).probability,
  maximum: ({ prior }, { said }) =>
    Math.max(...said.map((each) => combineCorrelated(prior, [each], () => 0).probability)),
  'noisy-or': ({ prior }, { said }) =>
    noisyOr(said.map((each) => combineCorrelated(prior, [each], () => 0).probability)),
  'half behind the strongest': ({ prior }, { said }) =>
    combineEvidence(
      prior,
      said.map(({ kit, group, llr }) => ({ id: kit, group, llr, evidenceClass: 'S' })),
    ).probability,
};

/** Error over all, and over those shown; what the ones stated above 0.85 turned out to be. */
function errors(stated: readonly number[], came: readonly number[]) {
  const shown = stated.flatMap((p, i) => (p >= 0.3 ? [i] : []));
  const of = (rows: readonly number[]) =>
    rows.length < 50
      ? null
      : reliability(
          rows.map((i) => stated[i]!),
          rows.map((i) => came[i]!),
        );
  const whole = reliability(stated, came);
  return { all: whole.calibrationError, shown: of(shown)?.calibrationError ?? null, skill: whole.skill ?? 0 };
}

function* lines(): Generator<ScoreLine> {
  for (const world of evidenceWorlds) {
    const measured = new Map<string, ReturnType<typeof errors>[]>();
    const chosen: string[] = [];
    for (let history = 1; history <= 4; history++) {
      const next = seeded(20_261_123 + history);
      const { stated, correction } = learnFrom(world, next);
      chosen.push(correction.way);
      const later = madeSubjects(world, 30_000, next);
      const came = later.map(({ truth }) => truth);
      // The simple ways are off by so much that a part of the subjects tells it.
      const some = later.slice(0, 8_000);
      const keep = (name: string, found: ReturnType<typeof errors>) =>
        measured.set(name, [...(measured.get(name) ?? []), found]);
      const cameOfSome = came.slice(0, some.length);
      for (const [name, way] of Object.entries(simpleWays)) {
        const stating = some.map((subject) => way(world, subject));
        keep(name, errors(stating, cameOfSome));
      }
      const logOdds = later.map(stated);
      keep('fitted correlation', errors(logOdds.map(fromLogit), came));
      keep('ours', errors(logOdds.map(correction.probability), came));
    }
    const mean = (name: string, of: 'all' | 'shown' | 'skill'): number => {
      const known = measured.get(name)!.flatMap((each) => each[of] ?? []);
      return known.reduce((sum, each) => sum + each, 0) / known.length;
    };
    const others = [...measured.keys()].filter((name) => name !== 'ours');
    const [all, shown] = [mean('ours', 'all'), mean('ours', 'shown')];
    const told = { set: world.name, split: 'earlier subjects → later ones, 4 histories' };
    yield scoreLine({
      ...told,
      metric: 'calibration error, all subjects',
      ours: `${all.toFixed(3)} (Brier skill ${mean('ours', 'skill').toFixed(2)}; ${chosen.join(' ')})`,
      baselines: others.map((name) => `${name} ${mean(name, 'all').toFixed(3)}`).join(', '),
      target: '<= 0.050',
      ok: all <= 0.05,
    });
    yield scoreLine({
      ...told,
      metric: 'calibration error, those shown',
      ours: shown.toFixed(3),
      baselines: others
        .filter((name) => !Number.isNaN(mean(name, 'shown')))
        .map((name) => `${name} ${mean(name, 'shown').toFixed(3)}`)
        .join(', '),
      target: '<= 0.050',
      ok: shown <= 0.05,
    });
  }
  yield* alertLines();
}
