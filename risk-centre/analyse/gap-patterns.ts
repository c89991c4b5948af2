/** R024 and R058 over a file: tenders whose two lowest lie closer together than a fiftieth of the file's, or beyond its upper fence. */
import { fences } from '@opengoa/procurement/fences';
import { priceScreens } from '@opengoa/procurement/price-screens';
import type { Words } from '@opengoa/kernel/words';
import type { Tender } from './bid-rows.ts';

export interface GapPattern {
  readonly tender: Tender;
  readonly pattern: 'close-to-winner' | 'heavily-discounted';
  readonly names: readonly string[];
  readonly reason: Words;
}

const tail = 0.02;
/** With fewer the closest of all is not yet in a tail of one in fifty. */
const leastTenders = 50;

export function gapPatterns(tenders: readonly Tender[]): GapPattern[] {
  const gaps = tenders.flatMap((tender) => {
    const { diffp } = priceScreens(tender.amounts);
    return diffp === null ? [] : [{ tender, gap: diffp }];
  });
  if (gaps.length < leastTenders) return [];
  const sorted = gaps.map(({ gap }) => gap).toSorted((a, b) => a - b);
  const { q1, q3, upper } = fences(sorted);
  const limit = sorted[Math.floor(tail * sorted.length) - 1]!;
  return gaps.flatMap(({ tender, gap }): GapPattern[] => {
    // Equal ones are told as equal, and where many are as close as the limit none is rare.
    const isClose = gap > 0 && gap <= limit;
    if (!isClose && !(q3 > q1 && gap > upper)) return [];
    const names = tender.bids
      .toSorted((a, b) => a.amount - b.amount)
      .slice(0, 2)
      .map(({ bidder }) => bidder);
    const apart = `${(100 * gap).toFixed(3)}%`;
    return [
      isClose
        ? {
            tender,
            pattern: 'close-to-winner',
            names,
            reason: {
              zh: `最低两家仅相差${apart}，在${gaps.length}个项目中属最近的${100 * tail}%。待核实异常`,
              en: `the two lowest are ${apart} apart, among the closest ${100 * tail} % of ${gaps.length} tenders. To be verified`,
            },
          }
        : {
            tender,
            pattern: 'heavily-discounted',
            names,
            reason: {
              zh: `最低两家相差${apart}，超出${gaps.length}个项目的常见范围上限${(100 * upper).toFixed(1)}%。成本依据可消除。待核实异常`,
              en: `the two lowest are ${apart} apart, beyond the usual ${(100 * upper).toFixed(1)} % of ${gaps.length} tenders. A paper on what it costs clears it. To be verified`,
            },
          },
    ];
  });
}
