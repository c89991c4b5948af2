import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { keepTogether } from '../../methods/keep-together.ts';
import { rotation } from '../../methods/rotation.ts';
import { type DealingsInputs, evidenceOfDealings, lossOf, namesOf, winnerOf } from '../dealings.ts';

/** Suppliers that keep meeting share out what they win, more evenly than chance or full order books explain (PR-05). */
export function judge(_subject: RiskSubject, { dealings }: DealingsInputs, settings: Settings): Judgement {
  const silent = silentIn('tail probability');
  const least = Math.max(8, settings['least-common'] ?? 8);
  const tail = settings['tail'] ?? 0.01;
  const attendance = dealings
    .map(({ quotes }) => [...new Set(quotes.map(({ code }) => code))])
    .filter((codes) => codes.length > 1);
  // Who keep together without meeting more than by chance may still take turns: where nobody else quotes there is no chance to be held against.
  const groups = keepTogether(attendance, least, settings['nearness'] ?? 0.5, Number.POSITIVE_INFINITY);
  const told = groups.flatMap(({ members }) => {
    const common = dealings.filter(
      (dealing) =>
        members.includes(winnerOf(dealing)?.code ?? '') &&
        dealing.quotes.filter(({ code }) => members.includes(code)).length > 1,
    );
    const found = rotation(
      {
        winners: common.map((dealing) => members.indexOf(winnerOf(dealing)!.code)),
        values: common.map((dealing) => winnerOf(dealing)!.amountFen),
        members: members.length,
      },
      1,
      least,
    );
    return found.status === 'ok' ? [{ members, common, found }] : [];
  });
  if (told.length === 0) return silent('too-few-common', { count: attendance.length, least });
  const { members, common, found } = told.toSorted((one, other) => one.found.p - other.found.p)[0]!;
  // Each group that is looked at is a chance to be wrong.
  const p = Math.min(1, found.p * told.length);
  const isFound = p <= tail;
  const names = namesOf(dealings);
  return {
    status: isFound ? 'flag' : 'clear',
    value: p,
    threshold: tail,
    unit: 'tail probability',
    p,
    ...(isFound ? { llr: settings['llr'] ?? 0, loss: lossOf(common, members, settings['markup'] ?? 0) } : {}),
    said: {
      template: isFound ? 'turns' : 'clear',
      data: {
        suppliers: members.map((code) => names.get(code) ?? code).join('、'),
        count: common.length,
        balance: found.valueBalance.p.toFixed(4),
        books: found.fullOrderBooks.p.toFixed(4),
        repeats: found.repeats.statistic,
        p: p.toFixed(4),
      },
    },
    signals: [
      { rule: 'turns', found: isFound, value: p, threshold: tail, unit: 'tail probability', evidenceClass: 'S' },
    ],
    evidence: evidenceOfDealings(common, members),
  };
}
