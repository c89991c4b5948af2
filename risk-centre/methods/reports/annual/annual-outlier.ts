/**
 * Annual reports far from what is typical: nothing is learned, and no mark is needed. The distance is the larger of two, by the intensity as reported and
 * by the one that its parts add up to; where the year before is known, a building that was far off then too counts for more than one that was not.
 * A large change between years alone is no outlier here: what is odd of a building mostly stays so.
 */
import { robustZ } from '@opengoa/kernel/robust-statistics';
import type { Words } from '@opengoa/kernel/words';
import { insufficient, type MethodResult, ok } from '../../method-result.ts';
import { type AnnualPlace, annualPlaces } from './annual-places.ts';
import { leastPeers } from './annual-peers.ts';
import type { AnnualReport } from './annual-report.ts';

/** How much last year's distance counts beside this year's. */
const voiceOfLastYear = 0.5;

export interface AnnualOutlier {
  /** Robust standard deviations from the peers, of this year and the year before together; not below 0. */
  readonly distance: number;
  /** Signed, by the figure that lies farther out. */
  readonly z: number;
  /** Signed, of the year before; null where it is not known. */
  readonly lastZ: number | null;
  /** Change of the logarithm of intensity against the year before in robust standard deviations of all such changes; null where not known. */
  readonly changeZ: number | null;
  readonly reason: Words;
}

/**
 * @param reports of one year. @param before those of the year before, where there are any
 * @returns one for each report; `insufficient_data` where neither an intensity above 0 nor peers are known
 */
export function annualOutliers(
  reports: readonly AnnualReport[],
  before: readonly AnnualReport[] = [],
): MethodResult<AnnualOutlier>[] {
  const last = new Map(annualPlaces(before).places.map((place) => [place.report.id, place]));
  const { places } = annualPlaces(reports);
  const changes = places.map((place) => changeOf(place.report, last.get(place.report.id)?.report));
  const known = changes.filter((change) => change !== null);
  return places.map((place, i) => {
    const far = farther(place);
    if (!far)
      return insufficient({
        zh: '没有填报大于0的单位面积能耗，无从比较',
        en: 'no energy over area above 0 was reported; there is nothing to compare',
        needed: 1,
        found: 0,
      });
    const was = last.get(place.report.id);
    const past = was ? (farther(was)?.z ?? null) : null;
    const own = Math.abs(far.z);
    const distance = past === null ? own : (own + voiceOfLastYear * Math.abs(past)) / (1 + voiceOfLastYear);
    const change = changes[i] ?? null;
    const changeZ = change !== null && known.length >= leastPeers ? robustZ(change, known) : null;
    return ok({ distance, z: far.z, lastZ: past, changeZ, reason: reasonOf(place, far, past, change) });
  });
}

/** The place, by total or by parts, that lies farther out. */
const farther = ({ reported, byParts }: AnnualPlace) =>
  byParts && Math.abs(byParts.z) > Math.abs(reported?.z ?? 0) ? byParts : reported;

function changeOf(now: AnnualReport, then: AnnualReport | undefined): number | null {
  const [one, other] = [now.intensity ?? 0, then?.intensity ?? 0];
  return one > 0 && other > 0 ? Math.log(one / other) : null;
}

function reasonOf(
  { report, byParts, identities }: AnnualPlace,
  far: NonNullable<AnnualPlace['reported']>,
  past: number | null,
  change: number | null,
): Words {
  const { peers, logRatio, z } = far;
  const times = Math.exp(logRatio).toFixed(2);
  const group = peers.widened ? { zh: '全部填报', en: 'all reports' } : { zh: `${report.kind}类`, en: report.kind };
  const zh = [`单位面积能耗为${group.zh}${peers.logs.length}家中位数的${times}倍（稳健z ${z.toFixed(1)}）`];
  const en = [
    `energy over area is ${times} times the middle of ${peers.logs.length} of ${group.en} (robust z ${z.toFixed(1)})`,
  ];
  if (byParts) {
    const gap = (100 * (Math.exp(identities.partsToTotal ?? 0) - 1)).toFixed(0);
    zh.push(`分项之和与合计相差${gap}%`);
    en.push(`its parts are ${gap} % off the total`);
  }
  if (past !== null) {
    zh.push(`上年稳健z ${past.toFixed(1)}`);
    en.push(`the year before ${past.toFixed(1)}`);
  }
  if (change !== null) {
    const percent = (100 * (Math.exp(change) - 1)).toFixed(0);
    zh.push(`较上年${percent}%`);
    en.push(`${percent} % against it`);
  }
  return { zh: zh.join('；'), en: en.join('; ') };
}
