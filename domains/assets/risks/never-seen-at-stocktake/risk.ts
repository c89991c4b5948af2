import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';
import { addDays } from '@opengoa/kernel/calendar';

const silent = silentIn('rounds');

/** A card beside the sealed stocktakes that expected it, oldest first. */
export interface NeverSeenInputs {
  readonly valueFen: number;
  readonly rounds: readonly {
    readonly line: string;
    readonly number: string;
    readonly day: string;
    /** Scanned, typed or picked; not merely said to be there. */
    readonly seen: boolean;
    /** Reported as lost there: then its way is known. */
    readonly lost: boolean;
  }[];
}

export function judge(
  _subject: RiskSubject,
  { valueFen, rounds }: NeverSeenInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const asked = standards['unseen-rounds']?.value;
  if (typeof asked !== 'number') return silent('standard-missing', { standard: 'unseen-rounds' });
  const last = rounds.at(-1);
  if (!last) return silent('no-stocktake', {});
  const unseen = rounds.slice(rounds.findLastIndex(({ seen }) => seen) + 1);
  const evidence = unseen.map(({ line }) => ({
    table: 'assets.stocktake_line',
    key: line,
    field: 'state',
    value: 'waiting',
  }));
  const data = {
    rounds: unseen.length,
    asked,
    first: unseen[0]?.day ?? '-',
    last: last.day,
    number: last.number,
    value: (valueFen / 100).toFixed(2),
  };
  const judged = { value: unseen.length, threshold: asked, unit: 'rounds', evidence };
  if (last.lost) return { status: 'not_applicable', ...judged, said: { template: 'reported-lost', data } };
  if (unseen.length < asked) return { status: 'clear', ...judged, said: { template: 'clear', data } };
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'S',
    llr: settings['llr'] ?? 0,
    period: [unseen[0]!.day, addDays(last.day, 1)],
    loss: { low: 0, mid: Math.round(valueFen / 2), high: valueFen, unit: 'fen' },
    said: { template: 'never-seen', data },
    signals: [
      { rule: 'never-seen', found: true, value: unseen.length, threshold: asked, unit: 'rounds', evidenceClass: 'S' },
    ],
  };
}
