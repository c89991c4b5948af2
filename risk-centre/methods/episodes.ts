/**
 * RE-04, signals of one subject and one mechanism that touch in time are one episode: one thing happened, and it is asked
 * about once. Days are 'YYYY-MM-DD', stretches from the first day to the day after the last.
 */

export interface SignalInTime {
  readonly id: string;
  readonly riskType: string;
  readonly mechanism: string;
  /** Whom or what it is about; signals with one in common belong together. */
  readonly subjects: readonly string[];
  readonly from: string;
  readonly toExclusive: string;
  readonly value: number;
  readonly lossFen: number;
}

export interface Episode {
  readonly riskType: string;
  readonly mechanism: string;
  readonly subjects: readonly string[];
  readonly from: string;
  readonly toExclusive: string;
  /** Highest value of its signals. */
  readonly peak: number;
  /** Loss of disjoint time: a day that several signals speak of counts once, at the dearest of them. */
  readonly lossFen: number;
  readonly signals: readonly string[];
}

const dayMs = 86_400_000;
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** Days between two signals of one episode: a month, but three days for energy, which is read every hour. */
export const gapDaysOf = (riskType: string): number => (riskType.startsWith('energy/') ? 3 : 30);

/** Merges signals into episodes, in order of their beginning. The order of the signals given does not matter. */
export function mergeEpisodes(
  signals: readonly SignalInTime[],
  gapOf: (riskType: string) => number = gapDaysOf,
): Episode[] {
  const groups = Map.groupBy(signals, ({ riskType, mechanism }) => `${riskType} ${mechanism}`);
  return [...groups.values()]
    .flatMap((group) => clusters(group, gapOf(group[0]!.riskType)).map(episodeOf))
    .toSorted((a, b) => compare(a.from, b.from) || compare(a.signals[0]!, b.signals[0]!));
}

/** What a new episode is to a closed one of the same key: the old one again, or a recurrence of its cause. */
export function afterClosing(closedOn: string, from: string, reopenDays = 90): 'reopen' | 'recurrence' {
  return numberOf(from) - numberOf(closedOn) <= reopenDays ? 'reopen' : 'recurrence';
}

/** Connected signals: a common subject and a gap of at most `gap` days. */
function clusters(group: readonly SignalInTime[], gap: number): SignalInTime[][] {
  const sorted = group.toSorted((a, b) => compare(a.from, b.from) || compare(a.id, b.id));
  let open: SignalInTime[][] = [];
  for (const signal of sorted) {
    const touches = (cluster: readonly SignalInTime[]): boolean =>
      cluster.some(
        (other) =>
          numberOf(signal.from) - numberOf(other.toExclusive) <= gap &&
          other.subjects.some((subject) => signal.subjects.includes(subject)),
      );
    const joined = open.filter(touches);
    open = [...open.filter((cluster) => !touches(cluster)), [...joined.flat(), signal]];
  }
  return open;
}

function episodeOf(cluster: readonly SignalInTime[]): Episode {
  const dearest = new Map<number, number>();
  for (const { from, toExclusive, lossFen } of cluster) {
    const first = numberOf(from);
    const days = Math.max(1, numberOf(toExclusive) - first);
    for (let day = first; day < first + days; day++) dearest.set(day, Math.max(dearest.get(day) ?? 0, lossFen / days));
  }
  const ordered = cluster.toSorted((a, b) => compare(a.from, b.from) || compare(a.id, b.id));
  return {
    riskType: cluster[0]!.riskType,
    mechanism: cluster[0]!.mechanism,
    subjects: [...new Set(cluster.flatMap(({ subjects }) => subjects))].toSorted(),
    from: ordered[0]!.from,
    toExclusive: cluster
      .map(({ toExclusive }) => toExclusive)
      .toSorted(compare)
      .at(-1)!,
    peak: Math.max(...cluster.map(({ value }) => value)),
    lossFen: Math.round([...dearest.values()].reduce((sum, loss) => sum + loss, 0)),
    signals: ordered.map(({ id }) => id),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
