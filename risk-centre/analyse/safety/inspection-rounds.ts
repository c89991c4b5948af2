import type { TableShape } from '@opengoa/kernel/exchange';
import { startRegularity, walkingSpeeds } from '../../methods/safety/inspection-rounds.ts';
import {
  all,
  amount,
  insufficientAnswer,
  maybeName,
  name,
  numberIn,
  pastLimit,
  textIn,
  toVerify,
} from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisAnswer, AnalysisMethod, AnalysisRow } from '../method.ts';

const input: TableShape = {
  title: { zh: '巡检打点', en: 'checkpoints of rounds' },
  columns: {
    round: name('巡检编号', 'Round', '巡检', '任务编号'),
    route: maybeName('路线', 'Route', '巡检路线'),
    timestamp: { type: 'instant', required: true, title: { zh: '打点时间', en: 'Time' }, aliases: ['时间', 'time'] },
    metres: amount('沿路线位置（米）', 'Metres along the route', '位置', 'position'),
  },
};

/** Beginnings in the same minute beyond which a route's rounds are as a clock makes them. */
const regular = { sdMinutes: 1, modeShare: 0.6 } as const;

/** Rounds of inspection (SF-02): whether each could be walked, and whether the rounds of a route begin as a clock does. Asked of rounds, never of people. */
export const inspectionRounds: AnalysisMethod = {
  name: 'inspection-rounds',
  about: {
    zh: '安全巡检：打点之间能否走到，同一路线的开始时刻是否过于规律',
    en: 'Rounds of inspection: whether they could be walked, and whether those of a route begin by the clock',
  },
  input,
  settings: { 'walking-speed': { zh: '步行速度上限（米/秒）', en: 'metres a second that nobody walks' } },
  output: ['subject', 'pattern', 'points', 'speed'],
  async *run(rows, _files, settings) {
    const limit = (await checkLimits(settings, '2026-01-01'))('walking-speed');
    const known = await all(rows);
    const rounds = [...Map.groupBy(known, (row) => textIn(row, 'round'))].map(([round, points]) => ({
      round,
      points: points.toSorted((a, b) => secondOf(a) - secondOf(b)),
    }));
    for (const { round, points } of rounds) yield walked(round, points, limit);
    const routes = Map.groupBy(
      rounds.filter(({ points }) => textIn(points[0]!, 'route') !== ''),
      ({ points }) => textIn(points[0]!, 'route'),
    );
    for (const [route, own] of routes)
      yield begun(
        route,
        own.map(({ points }) => secondOf(points[0]!)),
      );
  },
};

const secondOf = (row: AnalysisRow): number => Date.parse(textIn(row, 'timestamp')) / 1000;

function walked(round: string, points: readonly AnalysisRow[], limit: number): AnalysisAnswer {
  const found = walkingSpeeds(
    points.map((row) => numberIn(row, 'metres')!),
    points.map(secondOf),
    limit,
  );
  const values = { subject: round, pattern: 'walking-speed', points: points.length, speed: null };
  if (found.status !== 'ok') return insufficientAnswer(values, found.reasons);
  const most = Math.max(...found.speeds);
  const told = most === Number.POSITIVE_INFINITY ? '∞' : most.toFixed(1);
  const zh = `最快一段折合${told}米/秒（上限${limit}米/秒），超过的有${found.impossibleLegs}段`;
  const en = `the fastest stretch is ${told} m/s (up to ${limit}), ${found.impossibleLegs} stretches are faster`;
  return {
    values: { ...values, speed: told },
    score: pastLimit(most, limit),
    flag: found.impossibleLegs > 0 ? 1 : 0,
    reason:
      found.impossibleLegs > 0
        ? toVerify(`${zh}。请补充影像或核对打卡设备时间`, `${en}. Show pictures, or check the clock of the device`)
        : { zh, en },
  };
}

function begun(route: string, seconds: readonly number[]): AnalysisAnswer {
  const chinaMinutes = seconds.map((second) => (second / 60 + 480) % 1440);
  const found = startRegularity(chinaMinutes);
  const values = { subject: route, pattern: 'regular-start', points: seconds.length, speed: null };
  if (found.status !== 'ok') return insufficientAnswer(values, found.reasons);
  const { sdMinutes, modeShare } = found;
  const flag = sdMinutes < regular.sdMinutes && modeShare > regular.modeShare ? 1 : 0;
  const zh = `开始时刻离散${sdMinutes.toFixed(2)}分钟，${percentOf(modeShare)}%在同一分钟`;
  const en = `beginnings spread by ${sdMinutes.toFixed(2)} min, ${percentOf(modeShare)} % in one minute`;
  return {
    values,
    score: Math.min(1, modeShare * (sdMinutes < regular.sdMinutes ? 1 : regular.sdMinutes / sdMinutes)),
    flag,
    reason: flag
      ? toVerify(`${zh}。按铃作息也会如此，请与本路线以往对照`, `${en}. A bell does so too: compare with its own past`)
      : { zh, en },
  };
}

const percentOf = (share: number): string => (100 * share).toFixed(0);
