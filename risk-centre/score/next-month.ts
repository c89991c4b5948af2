/**
 * Will a building use more next month than in the same month a year before? Foretold month by month from what was known by the end of the month before, on the buildings of Cambridge.
 */
import { type SubjectMonth } from '../methods/prediction/history-features.ts';
import { triedForward } from '../methods/prediction/tried-forward.ts';
import { cambridge } from './real-months.ts';
import { notThere, type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const nextMonthScore: Score = {
  name: 'next-month',
  about: 'probabilities of the next month (over the use of a year ago by a twentieth)',
  lines,
  remarks: [
    'Features: how often it happened lately, last month, a year ago and to the building itself, season, and use against the year before: level, change and slope. No name, no fuel, no area.',
    'A building’s share that came true is told by deciles of what was stated: the reliability diagram.',
  ],
};

/** A month is over when it used more than 1.05 of the same month a year before. */
const over = 1.05;

function* lines(): Generator<ScoreLine> {
  const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
  const rows = cambridge().flatMap(({ name, indicator, months }): SubjectMonth[] => {
    const use = new Map([...months].map(([text, value]) => [monthOf(text), value]));
    const first = Math.min(...use.keys());
    const last = Math.max(...use.keys());
    return Array.from({ length: last - first - 11 }, (_, i) => {
      const month = first + 12 + i;
      const [now, before] = [use.get(month), use.get(month - 12)];
      const ratio = now === undefined || before === undefined ? null : now / before;
      return {
        subject: `${name} ${indicator}`,
        month,
        happened: ratio === null ? null : ratio > over ? 1 : 0,
        measures: { 'against-last-year': ratio === null ? null : Math.max(-1, Math.min(1, Math.log(ratio))) },
      };
    });
  });
  if (rows.length === 0) {
    yield notThere('Cambridge');
    return;
  }
  const [first, last] = [Math.min(...rows.map(({ month }) => month)), Math.max(...rows.map(({ month }) => month))];
  const from = Math.round((first + last) / 2);
  const found = triedForward(rows, from, ['against-last-year'], 3);
  if (found.status !== 'ok') {
    yield scoreLine({ set: 'Cambridge', metric: 'next month', ours: found.reasons.map(({ en }) => en).join('; ') });
    return;
  }
  const { foretold, happened, reliability, auc, baselines, skill } = found;
  const told = {
    set: `Cambridge, ${foretold} months foretold, ${happened} over`,
    split: 'second half of the months, each from those before; learned anew every 3',
  };
  const simple = Object.entries(baselines).map(([name, brier]) => `${name} ${brier.toFixed(3)}`);
  yield scoreLine({
    ...told,
    metric: 'Brier score',
    ours: `${reliability.brier.toFixed(3)} (skill ${skill.toFixed(3)}, AUC ${(auc ?? Number.NaN).toFixed(3)})`,
    baselines: simple.join(', '),
    target: 'below each simple way',
    ok: Object.values(baselines).every((brier) => reliability.brier < brier),
  });
  yield scoreLine({
    ...told,
    metric: 'calibration error in deciles',
    ours: reliability.calibrationError.toFixed(3),
    baselines: reliability.bins.map(({ stated, actual }) => `${stated.toFixed(2)}→${actual.toFixed(2)}`).join(' '),
  });
}
