/** Trips from points: taxis whose meter says when they were occupied. Its column is asked about and never read by the method. */
import { haversineM } from '@opengoa/vehicles/haversine';
import { type Fix, staysIn } from '@opengoa/vehicles/stay-points';
import { tripsAndStays } from '../analyse/vehicle-movement.ts';
import { cleanTrack } from '../methods/vehicles/clean-track.ts';
import { journeysOf } from '../methods/vehicles/legs.ts';
import { rhythmRule } from '../methods/vehicles/rhythm-marks.ts';
import { packedFilesIn, rowsOf } from './read-rows.ts';
import { notThere, type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const vehicleScore: Score = {
  name: 'vehicle-use',
  about: 'are the trips of vehicles found from their points, and how far they went (vehicle-use)',
  *lines() {
    const cabs = packedFilesIn('sf-taxi-gps').flatMap((file) => cabOf(file) ?? []);
    if (cabs.length < 2) return yield notThere('San Francisco cabs');
    yield* boundaries(cabs);
    yield* mileage(cabs);
  },
  remarks: [
    'Boundaries found are the ends of the trips that the command answers. What carries the figure is the rhythm of the terminal: it reports once a minute,',
    'and out of turn when the meter is switched. Where people enter and leave the cab hardly stops, so that stops alone, also with the best threshold of',
    'a list, stay far below; see the line with the rhythm taken out. One number is chosen, on the other cabs.',
    'Tried and not kept: boosted trees on speeds, turns and intervals around each fix with a two-state path through them (F1 0.81 on one held-out cab),',
    'minutes of learning for each cab, and a model cannot be handed out with data that must stay here.',
    'Trips hold the straight line over a silence of the terminal, which has a row of its own beside; what is crept within stays belongs to the stays.',
  ],
};

interface Cab {
  readonly name: string;
  readonly fixes: readonly Fix[];
  /** First fixes of a new status. */
  readonly truthS: readonly number[];
}

function cabOf(file: string): Cab | null {
  const rows = rowsOf(`sf-taxi-gps/${file}`)?.toSorted((a, b) => Number(a['unix_time']) - Number(b['unix_time']));
  if (!rows) return null;
  return {
    name: file.replace('.csv.gz', ''),
    fixes: rows.map((row) => ({
      atS: Number(row['unix_time']),
      latitude: Number(row['latitude']),
      longitude: Number(row['longitude']),
    })),
    truthS: rows.flatMap((row, i) =>
      i > 0 && row['occupied'] !== rows[i - 1]!['occupied'] ? [Number(row['unix_time'])] : [],
    ),
  };
}

const toleranceS = 180;

interface Found {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** Each boundary answers at most one, in the order of time. */
export function matched(foundS: readonly number[], truthS: readonly number[], withinS = toleranceS): Found {
  let pairs = 0;
  for (let i = 0, j = 0; i < foundS.length && j < truthS.length;) {
    const apart = foundS[i]! - truthS[j]!;
    if (Math.abs(apart) <= withinS) pairs += 1;
    if (apart <= withinS) i += 1;
    if (apart >= -withinS) j += 1;
  }
  const share = (of: number) => (of === 0 ? 0 : pairs / of);
  return {
    f1: (2 * pairs) / Math.max(1, foundS.length + truthS.length),
    precision: share(foundS.length),
    recall: share(truthS.length),
  };
}

const inOrder = (timesS: readonly number[]) => [...new Set(timesS)].toSorted((a, b) => a - b);

/** Ends of the trips that the command answers. */
function tripEnds({ fixes: positions }: Cab, early = rhythmRule.early): number[] {
  const { fixes } = cleanTrack(positions);
  const timesS = positions.map(({ atS }) => atS);
  const answers = tripsAndStays({ fixes, ...journeysOf(fixes) }, timesS, { ...rhythmRule, early });
  return inOrder(answers.filter(({ kind }) => kind === 'trip').flatMap(({ fromS, toS }) => [fromS, toS]));
}

const stopThresholds = [
  { withinM: 50, atLeastS: 60 },
  { withinM: 50, atLeastS: 120 },
  { withinM: 100, atLeastS: 120 },
  { withinM: 200, atLeastS: 300 },
  { withinM: 200, atLeastS: 1_200 },
] as const;

type StopThreshold = (typeof stopThresholds)[number];
const stopEnds = ({ fixes }: Cab, threshold: StopThreshold): number[] =>
  inOrder(staysIn(fixes, threshold).flatMap(({ fromS, toS }) => [fromS, toS]));

function every(seconds: number, { fixes }: Cab): number[] {
  const found: number[] = [];
  for (const { atS } of fixes) if (atS - (found.at(-1) ?? 0) >= seconds) found.push(atS);
  return found;
}

const three = (value: number): string => value.toFixed(3);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Points at full minutes on the straight line between fixes, as a terminal without events would send them; none in silences of 10 minutes. */
function byTheClock(fixes: readonly Fix[], stepS: number): Fix[] {
  return fixes.slice(1).flatMap((to, i) => {
    const from = fixes[i]!;
    if (to.atS - from.atS > 600) return [];
    const found: Fix[] = [];
    for (let atS = Math.ceil(from.atS / stepS) * stepS; atS < to.atS; atS += stepS) {
      const share = (atS - from.atS) / (to.atS - from.atS);
      const between = (a: number, b: number) => a + share * (b - a);
      found.push({
        atS,
        latitude: between(from.latitude, to.latitude),
        longitude: between(from.longitude, to.longitude),
      });
    }
    return found;
  });
}

/** What does best on cabs, of a list. */
function chosenOn<T>(cabs: readonly Cab[], options: readonly T[], ends: (cab: Cab, option: T) => number[]): T {
  const worth = options.map((option) => meanOf(cabs.map((cab) => matched(ends(cab, option), cab.truthS).f1)));
  return options[worth.indexOf(Math.max(...worth))]!;
}

function* boundaries(cabs: readonly Cab[]): Generator<ScoreLine> {
  const ours: number[] = [];
  for (const held of cabs) {
    const others = cabs.filter(({ name }) => name !== held.name);
    const early = chosenOn(others, [0.2, 0.3, 0.4, 0.5], tripEnds);
    const stop = chosenOn(others, stopThresholds, stopEnds);
    const found = matched(tripEnds(held, early), held.truthS);
    ours.push(found.f1);
    const base = (ends: readonly number[]) => three(matched(ends, held.truthS).f1);
    yield scoreLine({
      set: `San Francisco cab ${held.name}, ${held.truthS.length} boundaries`,
      split: 'chosen on the other cabs, asked on this one',
      metric: `F1 of boundaries within 3 minutes (early at ${early} of the interval)`,
      ours: `${three(found.f1)} (precision ${three(found.precision)}, recall ${three(found.recall)}); as the command stands ${base(tripEnds(held))}`,
      baselines: [
        `stops chosen likewise (${stop.withinM} m, ${stop.atLeastS / 60} min) ${base(stopEnds(held, stop))}`,
        `stops of 200 m, 20 min ${base(stopEnds(held, stopThresholds.at(-1)!))}`,
        `every 6 minutes ${base(every(360, held))}`,
      ].join(', '),
      target: '>= 0.60',
      ok: found.f1 >= 0.6,
    });
  }
  yield scoreLine({
    set: `San Francisco cabs, mean of ${cabs.length}`,
    split: 'by cab',
    metric: 'F1 of boundaries within 3 minutes',
    ours: three(meanOf(ours)),
    target: '>= 0.60',
    ok: meanOf(ours) >= 0.6,
  });
  const clockwork = cabs.map((cab) => ({ ...cab, fixes: byTheClock(cab.fixes, 60) }));
  const over = (ends: (cab: Cab) => readonly number[]) =>
    three(meanOf(clockwork.map((cab) => matched(ends(cab), cab.truthS).f1)));
  yield scoreLine({
    set: `San Francisco cabs with the rhythm taken out, a point a minute between theirs; mean of ${cabs.length}`,
    metric: 'F1 of boundaries within 3 minutes',
    ours: over((cab) => tripEnds(cab)),
    baselines: stopThresholds
      .map((stop) => `stops ${stop.withinM} m, ${stop.atLeastS / 60} min ${over((cab) => stopEnds(cab, stop))}`)
      .join(', '),
  });
}

/** Kilometres by another hand: every fix that takes more than 200 km/h from the last one kept is dropped. */
function plainKm(fixes: readonly Fix[]): number {
  let km = 0;
  let last = fixes[0]!;
  for (const fix of fixes.slice(1)) {
    const metres = haversineM(last, fix);
    if (fix.atS <= last.atS || metres * 3.6 > 200 * (fix.atS - last.atS)) continue;
    km += metres / 1_000;
    last = fix;
  }
  return km;
}

function* mileage(cabs: readonly Cab[]): Generator<ScoreLine> {
  for (const { name, fixes: positions } of cabs) {
    const { fixes, jumps } = cleanTrack(positions);
    const track = { fixes, ...journeysOf(fixes) };
    const answers = tripsAndStays(
      track,
      positions.map(({ atS }) => atS),
    );
    const km = (kind: string) =>
      answers.filter((each) => each.kind === kind).reduce((sum, each) => sum + (each.km ?? 0), 0);
    const reference = plainKm(positions);
    const raw = positions.slice(1).reduce((sum, fix, i) => sum + haversineM(positions[i]!, fix) / 1_000, 0);
    const off = (value: number) => `${((100 * (value - reference)) / reference).toFixed(2)} %`;
    const all = km('trip') + km('stay');
    yield scoreLine({
      set: `San Francisco cab ${name}, ${positions.length} points, ${jumps} not counted`,
      metric: 'kilometres of trips and stays against the cleaned track',
      ours: `${all.toFixed(0)} km, ${off(all)}; trips alone ${off(km('trip'))}`,
      baselines: `no cleaning ${off(raw)}`,
      target: 'within 2 %',
      ok: Math.abs(all - reference) <= 0.02 * reference,
    });
  }
}
