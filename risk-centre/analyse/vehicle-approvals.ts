/** What was driven against what was approved (VE-02), and against the ways there are (VE-05). */
import { haversineM } from '@opengoa/vehicles/haversine';
import { fixesIn, kmBetween } from '../methods/vehicles/clean-track.ts';
import { detourOf, kmOutside } from '../methods/vehicles/detour.ts';
import { joined, overlapOf, secondsOf, type Span } from '../methods/vehicles/spans.ts';
import { beyond, leastMove, one, type Track, type VehicleAnswer } from './vehicle-answer.ts';
import type { Approval } from './vehicle-rows.ts';

/** VE-02 and VE-05; choices of the method, no limits of law. */
const limits = {
  coveredShare: 0.1,
  overrunS: 3_600,
  circleM: 300,
  ghostKm: 1,
  detourRatio: 1.4,
  detourExtraKm: 10,
  outsideShare: 0.2,
  outsideKm: 5,
} as const;

export function againstApprovals(track: Track, approvals: readonly Approval[]): VehicleAnswer[] {
  const inOrder = approvals.toSorted((a, b) => a.fromS - b.fromS);
  const first = track.fixes[0];
  const last = track.fixes.at(-1);
  if (!first || !last) return [];
  // Of time before the first fix and after the last nothing is known.
  const known = inOrder.filter(({ fromS, toS }) => fromS >= first.atS && toS <= last.atS);
  return [
    ...withoutApproval(track, joined(inOrder)),
    ...inOrder.flatMap((approval) => overrun(track, approval, inOrder)),
    ...known.flatMap((approval) => [...notDriven(track, approval), ...offRoute(track, approval)]),
  ];
}

const named = ({ id }: Approval) =>
  id === '' ? { zh: '审批单', en: 'the approval' } : { zh: `审批单${id}`, en: `approval ${id}` };

function withoutApproval({ fixes, journeys }: Track, approved: readonly Span[]): VehicleAnswer[] {
  return journeys.flatMap((journey): VehicleAnswer[] => {
    const km = kmBetween(fixes, journey);
    const length = journey.toS - journey.fromS;
    const covered = secondsOf(overlapOf([journey], approved)) / length;
    if (km <= leastMove.km || length <= leastMove.seconds || covered >= limits.coveredShare) return [];
    return [
      {
        ...journey,
        kind: 'without-approval',
        km,
        score: beyond(km, leastMove.km),
        flag: 1,
        reason: {
          zh: `待核实异常：行驶${one(km)}公里，审批单覆盖${(100 * covered).toFixed(0)}%。值班记录、补办审批可消除`,
          en: `To be verified: drove ${one(km)} km, ${(100 * covered).toFixed(0)} % covered by an approval. A duty record or a later approval clears it`,
        },
      },
    ];
  });
}

/** A journey that began within an approval and ended long after it, no other approval covering the end. */
function overrun({ fixes, journeys }: Track, approval: Approval, all: readonly Approval[]): VehicleAnswer[] {
  const latest = journeys.findLast(({ fromS }) => fromS >= approval.fromS && fromS < approval.toS);
  if (!latest || latest.toS <= approval.toS + limits.overrunS) return [];
  if (all.some(({ fromS, toS }) => fromS < latest.toS && toS + limits.overrunS >= latest.toS)) return [];
  const over = { fromS: approval.toS, toS: latest.toS };
  const km = kmBetween(fixes, over);
  // A terminal that was silent overnight and woke up where the trip had ended: nobody drove on.
  if (km <= leastMove.km) return [];
  const minutes = Math.round((over.toS - over.fromS) / 60);
  const { zh, en } = named(approval);
  return [
    {
      ...over,
      kind: 'overrun',
      km,
      score: beyond(over.toS - over.fromS, limits.overrunS),
      flag: 1,
      reason: {
        zh: `待核实异常：超出${zh}结束时间${minutes}分钟。延时说明或补办审批可消除`,
        en: `To be verified: ${minutes} minutes past the end of ${en}. A stated reason or a later approval clears it`,
      },
    },
  ];
}

function notDriven({ fixes, gaps, stays }: Track, approval: Approval): VehicleAnswer[] {
  const here = fixesIn(fixes, approval);
  const { zh, en } = named(approval);
  const { fromS, toS } = approval;
  // A terminal may sleep while the vehicle stands; one that was silent and woke up elsewhere says nothing.
  const stood = stays.some((stay) => stay.fromS <= fromS && stay.toS >= toS);
  if (overlapOf(gaps, [approval]).length > 0) return [];
  if (here.length < 2 && !stood)
    return [
      {
        fromS,
        toS,
        kind: 'insufficient_data',
        km: null,
        score: null,
        flag: 0,
        reason: { zh: `${zh}期间没有定位，不作判断`, en: `no positions during ${en}; nothing is said` },
      },
    ];
  const farthest = here.reduce((most, fix) => Math.max(most, haversineM(here[0]!, fix)), 0);
  if (farthest > limits.circleM) return [];
  return [
    {
      fromS,
      toS,
      kind: 'not-driven',
      km: kmBetween(fixes, approval),
      score: 1 - farthest / (2 * limits.circleM),
      flag: 1,
      reason: {
        zh: `待核实异常：${zh}期间车辆未离开${Math.ceil(farthest)}米范围。换车登记或取消记录可消除`,
        en: `To be verified: during ${en} the vehicle stayed within ${Math.ceil(farthest)} m. An entry of another vehicle or a cancellation clears it`,
      },
    },
  ];
}

function offRoute({ fixes }: Track, approval: Approval): VehicleAnswer[] {
  const km = kmBetween(fixes, approval);
  if (km <= limits.ghostKm || (approval.km === null && approval.ways.length === 0)) return [];
  const outside = approval.ways.length > 0 ? kmOutside(fixesIn(fixes, approval), approval.ways) : 0;
  const { ratio, offRouteShare } = detourOf(km, approval.km ?? km, outside);
  const farther = ratio > limits.detourRatio && km - (approval.km ?? km) > limits.detourExtraKm;
  const away = offRouteShare > limits.outsideShare && outside > limits.outsideKm;
  if (!farther && !away) return [];
  const { zh, en } = named(approval);
  const zhParts = [
    ...(farther ? [`行驶${one(km)}公里，为最短路程${one(approval.km!)}公里的${ratio.toFixed(2)}倍`] : []),
    ...(away ? [`${one(outside)}公里（${(100 * offRouteShare).toFixed(0)}%）在路线1公里以外`] : []),
  ];
  const enParts = [
    ...(farther ? [`drove ${one(km)} km, ${ratio.toFixed(2)} times the shortest ${one(approval.km!)} km`] : []),
    ...(away ? [`${one(outside)} km (${(100 * offRouteShare).toFixed(0)} %) more than 1 km off the route`] : []),
  ];
  return [
    {
      fromS: approval.fromS,
      toS: approval.toS,
      kind: 'off-route',
      km: Math.max(outside, farther ? km - approval.km! : 0),
      score: Math.max(
        farther ? beyond(ratio - 1, limits.detourRatio - 1) : 0,
        away ? beyond(offRouteShare, limits.outsideShare) : 0,
      ),
      flag: 1,
      reason: {
        zh: `待核实异常：${zh}，${zhParts.join('；')}。封路、拥堵或加点的说明可消除`,
        en: `To be verified: ${en}, ${enParts.join('; ')}. A closed road, congestion or an added stop clears it`,
      },
    },
  ];
}
