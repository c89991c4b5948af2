import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { losingOften } from '../../methods/losing-often.ts';
import { type DealingsInputs, evidenceOfDealings, lossOf, namesOf, winnerOf } from '../dealings.ts';

/** A supplier that quotes often and hardly ever wins (R025): who wins beside it may have company, and not competition. */
export function judge(_subject: RiskSubject, { dealings }: DealingsInputs, settings: Settings): Judgement {
  const silent = silentIn('wins');
  const least = settings['least-quotes'] ?? 8;
  const tail = settings['tail'] ?? 0.02;
  const contested = dealings.filter(
    (dealing) => winnerOf(dealing) && dealing.quotes.filter(({ valid }) => valid).length > 1,
  );
  const records = new Map<string, { bidder: string; bids: number; wins: number; expectedWins: number }>();
  for (const { quotes } of contested) {
    const valid = quotes.filter((quote) => quote.valid);
    for (const { code, won } of valid) {
      const record = records.get(code) ?? { bidder: code, bids: 0, wins: 0, expectedWins: 0 };
      record.bids += 1;
      record.wins += Number(won);
      record.expectedWins += 1 / valid.length;
      records.set(code, record);
    }
  }
  const judged = [...records.values()].filter(({ bids }) => bids >= least);
  if (judged.length === 0) return silent('too-few-quotes', { count: contested.length, least });
  // Each supplier that is looked at is a chance to be wrong.
  const found = losingOften([...records.values()], tail / judged.length, least).toSorted((a, b) => a.p - b.p)[0];
  const told = found ?? judged.toSorted((a, b) => a.wins - a.expectedWins - (b.wins - b.expectedWins))[0]!;
  const data = {
    supplier: namesOf(dealings).get(told.bidder) ?? '',
    quotes: told.bids,
    wins: told.wins,
    expected: told.expectedWins.toFixed(1),
    p: (found?.p ?? 1).toFixed(4),
    suppliers: judged.length,
  };
  const beside = contested.filter(({ quotes }) => quotes.some(({ code, won }) => code === told.bidder && !won));
  const others = beside.flatMap((dealing) => winnerOf(dealing)?.code ?? []);
  return {
    status: found ? 'flag' : 'clear',
    value: told.wins,
    threshold: told.expectedWins,
    unit: 'wins',
    ...(found ? { p: found.p, llr: settings['llr'] ?? 0, loss: lossOf(beside, others, settings['markup'] ?? 0) } : {}),
    said: { template: found ? 'loses' : 'clear', data },
    signals: [
      {
        rule: 'loses',
        found: found !== undefined,
        value: told.wins,
        threshold: told.expectedWins,
        unit: 'wins',
        evidenceClass: 'S',
      },
    ],
    evidence: evidenceOfDealings(contested, [told.bidder]),
  };
}
