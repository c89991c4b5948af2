/** Stays, trips, silences of the terminal, and driving in closed time (VE-01 to VE-03). */
import { haversineM } from '@opengoa/vehicles/haversine';
import { fixesIn, kmBetween } from '../methods/vehicles/clean-track.ts';
import { legsOf } from '../methods/vehicles/legs.ts';
import { rhythmMarks, rhythmRule, type RhythmRule } from '../methods/vehicles/rhythm-marks.ts';
import { overlapOf, secondsOf, type Span, without } from '../methods/vehicles/spans.ts';
import { beyond, leastMove, one, type Track, type VehicleAnswer } from './vehicle-answer.ts';

const minutes = ({ fromS, toS }: Span): number => Math.round((toS - fromS) / 60);

/** @param timesS of all fixes that came, also those that do not count: a mark is a matter of time alone */
export function tripsAndStays(track: Track, timesS: readonly number[], rule: RhythmRule = rhythmRule): VehicleAnswer[] {
  const { fixes, stays, journeys, gaps } = track;
  const marks = rhythmMarks(timesS, rule);
  const marked = new Set(marks.status === 'ok' ? marks.marksS : []);
  const stood = stays.map((stay): VehicleAnswer => ({
    ...stay,
    kind: 'stay',
    km: kmBetween(fixes, stay),
    score: 0,
    flag: 0,
    reason: { zh: `停留${minutes(stay)}分钟`, en: `stood for ${minutes(stay)} minutes` },
  }));
  // A vehicle that moved on in silence drove, though nobody knows which way.
  const silent = new Set(gaps.map(({ fromS }) => fromS));
  const ways = [...journeys, ...gaps].toSorted((a, b) => a.fromS - b.fromS);
  const driven = legsOf(ways, [...marked]).map((leg): VehicleAnswer => {
    const km = kmBetween(fixes, leg);
    const here = fixesIn(fixes, leg);
    const [first, last] = [here[0], here.at(-1)];
    const apart = first && last ? haversineM(first, last) / 1_000 : 0;
    const zh = silent.has(leg.fromS)
      ? '，其间无定位，按直线计'
      : marked.has(leg.fromS)
        ? '，自终端随事件上报的时刻起'
        : '';
    const en = silent.has(leg.fromS)
      ? ', without positions meanwhile, straight'
      : marked.has(leg.fromS)
        ? ', from a moment that the terminal marked'
        : '';
    return {
      ...leg,
      kind: 'trip',
      km,
      score: 0,
      flag: 0,
      reason: {
        zh: `行驶${minutes(leg)}分钟${one(km)}公里，两端相距${one(apart)}公里${zh}`,
        en: `drove ${one(km)} km in ${minutes(leg)} minutes, its ends ${one(apart)} km apart${en}`,
      },
    };
  });
  return [...stood, ...driven];
}

/** Silence in which the vehicle moved on: nothing is known of the way, which is asked about and is no finding on the trip. */
export const silences = ({ gaps }: Track): VehicleAnswer[] =>
  gaps.map((gap) => ({
    fromS: gap.fromS,
    toS: gap.toS,
    kind: 'tracker-gap',
    km: gap.km,
    score: beyond(gap.km, 2),
    flag: 1,
    reason: {
      zh: `待核实异常：终端${minutes(gap)}分钟无定位，前后相距${one(gap.km)}公里。设备故障单可消除`,
      en: `To be verified: no position for ${minutes(gap)} minutes, its ends ${one(gap.km)} km apart. A fault report clears it`,
    },
  }));

/**
 * One answer for each stretch of closed time in which the vehicle was driven.
 * @param closed in the order of time
 * @param approved what approvals cover; null where the file of approvals was not given
 */
export function outOfHours(
  { fixes, journeys }: Track,
  closed: readonly Span[],
  approved: readonly Span[] | null,
): VehicleAnswer[] {
  const moved = overlapOf(journeys, closed);
  const answers: VehicleAnswer[] = [];
  let at = 0;
  for (const night of closed) {
    const own: Span[] = [];
    for (; at < moved.length && moved[at]!.toS <= night.toS; at += 1) own.push(moved[at]!);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    const left = without(own, approved ?? []);
    const km = left.reduce((sum, span) => sum + kmBetween(fixes, span), 0);
    const all = own.reduce((sum, span) => sum + kmBetween(fixes, span), 0);
    const asked = km > leastMove.km && secondsOf(left) > leastMove.seconds;
    const covered = approved === null ? '' : `，其中${one(all - km)}公里有审批单`;
    const coveredEn = approved === null ? '' : `, ${one(all - km)} km of it approved`;
    answers.push({
      fromS: first.fromS,
      toS: last.toS,
      kind: 'out-of-hours',
      km: all,
      score: beyond(km, leastMove.km),
      flag: asked ? 1 : 0,
      reason: {
        zh: `${asked ? '待核实异常：' : ''}非工作时间行驶${one(all)}公里${covered}。值班记录或补办审批可消除`,
        en: `${asked ? 'To be verified: ' : ''}drove ${one(all)} km in closed time${coveredEn}. A duty record or a later approval clears it`,
      },
    });
  }
  return answers;
}
