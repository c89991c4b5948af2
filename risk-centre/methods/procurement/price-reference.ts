/** PR-09: a price against the prices others paid for the same item, in the same time, region and quantity band. */
import { median, medianAbsoluteDeviation } from '@opengoa/kernel/robust-statistics';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

/** @param reference prices of the same item, above 0; fewer than five are shown and not scored */
export function priceAgainstReference(
  price: number,
  reference: readonly number[],
): MethodResult<{ readonly logRatio: number; readonly robustZ: number | null }> {
  if (reference.length < 5)
    return insufficient({
      zh: `可比价格${reference.length}个，少于5个只列示、不评分`,
      en: `${reference.length} reference prices; below 5 they are shown and not scored`,
      needed: 5,
      found: reference.length,
    });
  const logs = reference.map(Math.log);
  const spread = 1.4826 * medianAbsoluteDeviation(logs);
  return ok({
    logRatio: Math.log(price / median(reference)),
    robustZ: spread > 0 ? (Math.log(price) - median(logs)) / spread : null,
  });
}
