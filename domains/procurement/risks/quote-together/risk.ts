import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { keepTogether } from '../../methods/keep-together.ts';
import { type DealingsInputs, evidenceOfDealings, lossOf, namesOf } from '../dealings.ts';

/** Suppliers that quote together far more often than the own rates of each explain (PR-06). */
export function judge(_subject: RiskSubject, { dealings }: DealingsInputs, settings: Settings): Judgement {
  const silent = silentIn('tail probability');
  const least = settings['least-inquiries'] ?? 12;
  const tail = settings['tail'] ?? 0.05;
  const attendance = dealings
    .map(({ quotes }) => [...new Set(quotes.map(({ code }) => code))])
    .filter((codes) => codes.length > 1);
  if (attendance.length < least) return silent('too-few-inquiries', { count: attendance.length, least });
  const together = keepTogether(attendance, settings['least-common'] ?? 5, settings['nearness'] ?? 0.5, tail)[0];
  const p = together?.p ?? 1;
  const names = namesOf(dealings);
  const common = together
    ? dealings.filter(({ quotes }) => quotes.filter(({ code }) => together.members.includes(code)).length > 1)
    : [];
  return {
    status: together ? 'flag' : 'clear',
    value: p,
    threshold: tail,
    unit: 'tail probability',
    ...(together
      ? {
          p,
          llr: settings['llr'] ?? 0,
          loss: lossOf(common, together.members, settings['markup'] ?? 0),
        }
      : {}),
    said: {
      template: together ? 'together' : 'clear',
      data: {
        count: attendance.length,
        ...(together
          ? {
              suppliers: together.members.map((code) => names.get(code) ?? code).join('、'),
              members: together.members.length,
              common: common.length,
              p: p.toExponential(1),
            }
          : {}),
      },
    },
    signals: [
      {
        rule: 'together',
        found: together !== undefined,
        value: p,
        threshold: tail,
        unit: 'tail probability',
        evidenceClass: 'S',
      },
    ],
    evidence: together ? evidenceOfDealings(common, together.members) : [],
  };
}
