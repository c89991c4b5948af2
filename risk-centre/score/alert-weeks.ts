/** Fifty weeks of an office: how many of its alerts are false, how many true ones are found, and whether anybody is asked for more than they can handle. */
import { normal, seeded } from '@opengoa/kernel/seeded';
import { alertColours, alertsOfWeek, type AlertCandidate, type WeekBudget } from '../methods/alerts/alert-budget.ts';
import { cappedDiscoveries } from '../methods/alerts/capped-discoveries.ts';
import { conformalP, conformalReference } from '../methods/conformal.ts';
import { type EvidenceWorld, learnFrom, madeSubjects } from './evidence-worlds.ts';
import { type ScoreLine, scoreLine } from './score-line.ts';

const weeks = 50;
const four = [{ kits: 4, moves: 2, rho: 0.6 }];

/** Offices in which a week brings so many subjects; the same worlds as the evidence is measured on, with kits that see better. */
const offices: readonly EvidenceWorld[] = [
  { name: '400 subjects a week, 4 scores, correlation 0.6', prior: 0.05, groups: four, says: 'scores' },
  {
    name: '400 subjects a week, 4 yes-or-no kits, 0.4',
    prior: 0.05,
    groups: [{ kits: 4, moves: 2.5, rho: 0.4 }],
    says: 'flags',
  },
  {
    name: '400 subjects a week, kits claim twice what they know',
    prior: 0.05,
    groups: four,
    says: 'scores',
    claims: 2,
  },
  {
    name: '400 subjects a week, two groups of kits',
    prior: 0.05,
    groups: [
      { kits: 3, moves: 2, rho: 0.6 },
      { kits: 2, moves: 1.5, rho: 0.3 },
    ],
    says: 'scores',
  },
];

const budget: WeekBudget = { falseShare: { red: 0.1, orange: 0.15, yellow: 0.2 }, alerts: 12, hours: 30 };

export function* alertLines(): Generator<ScoreLine> {
  for (const office of offices) yield* officeLines(office);
  for (const tails of ['normal', 'heavy (t, 3 df)', 'skewed'] as const) yield* scoreLines(tails);
}

function* officeLines(world: EvidenceWorld): Generator<ScoreLine> {
  const next = seeded(777);
  const { stated, correction } = learnFrom(world, next);
  const sent = { red: 0, orange: 0, yellow: 0 };
  const wrong = { red: 0, orange: 0, yellow: 0 };
  let [most, mostHours, topWrong, topSent, real] = [0, 0, 0, 0, 0];
  for (let week = 0; week < weeks; week++) {
    const subjects = madeSubjects(world, 400, next);
    real += subjects.filter(({ truth }) => truth === 1).length;
    const candidates = subjects.map((subject, i): AlertCandidate => {
      const lossFen = Math.exp(12 + 1.5 * normal(next));
      return {
        id: String(i),
        colour: lossFen > 1_000_000 ? 'red' : lossFen > 200_000 ? 'orange' : 'yellow',
        probability: correction.probability(stated(subject)),
        lossFen,
        hours: 1 + 3 * next(),
      };
    });
    const { alerts, hoursUsed } = alertsOfWeek(candidates, budget);
    most = Math.max(most, alerts.length);
    mostHours = Math.max(mostHours, hoursUsed);
    for (const { id, colour } of alerts) {
      sent[colour] += 1;
      wrong[colour] += 1 - subjects[Number(id)]!.truth;
    }
    // Beside it: as many alerts by expected loss alone.
    const dear = candidates
      .toSorted((a, b) => b.probability * b.lossFen - a.probability * a.lossFen)
      .slice(0, budget.alerts);
    topSent += dear.length;
    topWrong += dear.filter(({ id }) => subjects[Number(id)]!.truth === 0).length;
  }
  for (const colour of alertColours) {
    const share = wrong[colour] / Math.max(1, sent[colour]);
    yield scoreLine({
      set: world.name,
      split: 'history → 50 later weeks',
      metric: `false among ${colour} alerts`,
      ours: `${share.toFixed(3)} of ${sent[colour]}`,
      baselines: colour === 'red' ? `12 dearest a week: ${(topWrong / topSent).toFixed(3)} of ${topSent}` : '',
      target: sent[colour] === 0 ? '' : `<= ${budget.falseShare[colour]} + 0.05`,
      ok: share <= budget.falseShare[colour] + 0.05,
    });
  }
  const found = alertColours.reduce((sum, colour) => sum + sent[colour] - wrong[colour], 0);
  yield scoreLine({
    set: world.name,
    metric: 'most alerts and hours of a week',
    ours: `${most}, ${mostHours.toFixed(1)} h; ${found} of ${real} true ones found`,
    target: `<= ${budget.alerts}, ${budget.hours} h`,
    ok: most <= budget.alerts && mostHours <= budget.hours,
  });
}

/** Scores alone, without a probability: 2000 entities, 20 of them moved by 5 spreads, conformal p against clean scores of other days. */
function* scoreLines(tails: 'normal' | 'heavy (t, 3 df)' | 'skewed'): Generator<ScoreLine> {
  const next = seeded(4_242);
  const [q, most] = [0.2, 15];
  const noise = (): number => {
    if (tails === 'normal') return normal(next);
    // Both have spread 1, so that 5 spreads and 3 sigma mean the same.
    if (tails === 'skewed')
      return (Math.exp(normal(next) * 0.8) - Math.exp(0.32)) / Math.sqrt((Math.exp(0.64) - 1) * Math.exp(0.64));
    return normal(next) / Math.sqrt(normal(next) ** 2 + normal(next) ** 2 + normal(next) ** 2);
  };
  let [shares, sent, three, threeSent, cutWrong, cutSent, over] = [0, 0, 0, 0, 0, 0, 0];
  for (let run = 0; run < weeks; run++) {
    const reference = conformalReference(Array.from({ length: 20_000 }, noise), 0.001);
    if (reference.status !== 'ok') throw new Error('too few clean scores');
    const scores = Array.from({ length: 2000 }, (_, i) => noise() + (i < 20 ? 5 : 0));
    const { flagged, count, uncapped } = cappedDiscoveries(
      scores.map((score) => conformalP(reference.scores, score)),
      q,
      most,
    );
    const wrong = flagged.filter((flag, i) => flag && i >= 20).length;
    shares += count > 0 ? wrong / count : 0;
    sent += count;
    cutWrong += wrong;
    cutSent += uncapped;
    over = Math.max(over, count);
    threeSent += scores.filter((score) => score > 3).length;
    three += scores.filter((score, i) => score > 3 && i >= 20).length;
  }
  const share = shares / weeks;
  yield scoreLine({
    set: `2000 entities, 20 moved by 5 spreads, ${tails}`,
    split: 'clean scores of other days → 50 runs',
    metric: 'false share, conformal p, at most 15 alerts',
    ours: `${share.toFixed(3)} of ${sent} (${sent - cutWrong} true; ${cutSent} without the cap, most ${over})`,
    baselines: `3 sigma: ${(three / threeSent).toFixed(3)} of ${threeSent}`,
    published: tails === 'normal' ? '3 sigma 0.12' : tails === 'skewed' ? '3 sigma 0.62' : '3 sigma 0.75',
    target: `<= ${q} + 0.05`,
    ok: share <= q + 0.05 && over <= most,
  });
}
