import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { concentrationChance, herfindahlUnbiased } from '../../methods/concentration.ts';

/** What a unit awarded of one kind within a year, and how often each supplier won that kind anywhere else. */
export interface AwardsConcentratedInputs {
  readonly awards: readonly {
    readonly id: string;
    readonly code: string;
    readonly supplier: string;
    readonly amountFen: number;
  }[];
  readonly elsewhere: readonly { readonly code: string; readonly wins: number }[];
}

/** Awards of one kind that go to few suppliers, more than their shares of the market explain (PR-07). */
export function judge(
  _subject: RiskSubject,
  { awards, elsewhere }: AwardsConcentratedInputs,
  settings: Settings,
): Judgement {
  const silent = silentIn('hhi');
  const least = settings['least-awards'] ?? 5;
  const limit = settings['concentration'] ?? 1800;
  const tail = settings['tail'] ?? 0.05;
  const outside = elsewhere.reduce((sum, { wins }) => sum + wins, 0);
  if (awards.length < least) return silent('too-few-awards', { count: awards.length, least });
  if (outside < least) return silent('no-market', { outside, least });
  const codes = [...new Set([...awards, ...elsewhere].map(({ code }) => code))];
  const own = codes.map((code) => awards.filter((award) => award.code === code).length);
  const shares = codes.map((code, i) => own[i]! + (elsewhere.find((each) => each.code === code)?.wins ?? 0));
  const hhi = herfindahlUnbiased(own) ?? 0;
  const chance = concentrationChance(
    awards.map(({ amountFen }) => amountFen),
    awards.map(({ code }) => codes.indexOf(code)),
    shares,
  );
  if (chance.status !== 'ok') return silent('too-few-awards', { count: awards.length, least });
  const found = hhi > limit && chance.p < tail;
  const most = own.indexOf(Math.max(...own));
  const first = awards.filter(({ code }) => code === codes[most]);
  const firstFen = first.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const allFen = awards.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const high = Math.round(firstFen * (settings['markup'] ?? 0));
  return {
    status: found ? 'flag' : 'clear',
    value: hhi,
    threshold: limit,
    unit: 'hhi',
    p: chance.p,
    ...(found
      ? { llr: settings['llr'] ?? 0, loss: { low: 0, mid: Math.round(high / 2), high, unit: 'fen' as const } }
      : {}),
    said: {
      template: found ? 'concentrated' : 'clear',
      data: {
        count: awards.length,
        supplier: first[0]!.supplier,
        wins: first.length,
        share: ((100 * firstFen) / allFen).toFixed(0),
        hhi: hhi.toFixed(0),
        p: chance.p.toFixed(4),
      },
    },
    signals: [{ rule: 'concentrated', found, value: hhi, threshold: limit, unit: 'hhi', evidenceClass: 'S' }],
    evidence: awards.map(({ id, amountFen }) => ({
      table: 'procurement.inquiry',
      key: id,
      field: 'amountFen',
      value: amountFen,
    })),
  };
}
