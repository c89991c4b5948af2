/** PR-06: does a set of bidders enter together more often than each one's rate explains, within a category and month? */
import { insufficient, type MethodResult, ok } from '../method-result.ts';
import { seeded, shuffled } from '@opengoa/kernel/seeded';

export interface EnteredTender {
  /** Category and month, or what else makes tenders alike: entries are only moved among these. */
  readonly stratum: string;
  /** For each member of the set, whether it took part. */
  readonly entered: readonly boolean[];
}

/** p: the chance of as many tenders with all members, where each member's entries are dealt anew within each stratum. */
export function enteringTogether(
  tenders: readonly EnteredTender[],
  draws = 999,
  seed = 1,
): MethodResult<{ readonly together: number; readonly p: number }> {
  const all = (entries: readonly (readonly boolean[])[]) => entries.filter((each) => each.every(Boolean)).length;
  if (tenders.length < 8)
    return insufficient({
      zh: `项目${tenders.length}个，至少需要8个`,
      en: `${tenders.length} tenders; 8 are needed`,
      needed: 8,
      found: tenders.length,
    });
  const together = all(tenders.map(({ entered }) => entered));
  const strata = [...Map.groupBy(tenders, ({ stratum }) => stratum).values()];
  const members = tenders[0]!.entered.length;
  const next = seeded(seed);
  let asOften = 0;
  for (let draw = 0; draw < draws; draw++) {
    let found = 0;
    for (const stratum of strata) {
      const dealt = Array.from({ length: members }, (_, m) =>
        shuffled(
          stratum.map(({ entered }) => entered[m]!),
          next,
        ),
      );
      found += all(stratum.map((_, t) => dealt.map((column) => column[t]!)));
    }
    if (found >= together) asOften += 1;
  }
  return ok({ together, p: (asOften + 1) / (draws + 1) });
}
