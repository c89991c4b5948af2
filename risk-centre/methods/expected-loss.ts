/**
 * RE-03, RE-05, RE-07: what is at stake, and in which order to look when hours are short.
 * Money in fen. The matrix is for display alone: its products hide that 4 × 5 and 5 × 4 differ by orders of magnitude.
 */

export interface ThreePoint {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Mean of a three-point estimate, (low + 4 · mid + high) / 6 (PERT). */
export const meanLoss = ({ low, mid, high }: ThreePoint): number => (low + 4 * mid + high) / 6;

export interface EpisodeAtStake {
  readonly probability: number;
  readonly lossFen: number;
}

/** One subject's distinct episodes together: p_any = 1 − Π(1 − p), expected loss = Σ p · loss. */
export function atStake(episodes: readonly EpisodeAtStake[]): { anyProbability: number; expectedLossFen: number } {
  return {
    anyProbability: 1 - episodes.reduce((none, { probability }) => none * (1 - probability), 1),
    expectedLossFen: episodes.reduce((sum, { probability, lossFen }) => sum + probability * lossFen, 0),
  };
}

export interface QueueItem extends EpisodeAtStake {
  readonly id: string;
  readonly hours: number;
  /** A check that the law demands goes first, whatever it is worth. */
  readonly statutory?: boolean;
  /** The kit in whose upper tail it lies although its expected loss is small; explored in turn. */
  readonly tailOf?: string;
}

export interface QueueSettings {
  readonly hoursAvailable: number;
  /** Share of the hours kept for tails of single kits, 0.15 to 0.2. */
  readonly explorationShare?: number;
  /** Share kept for a pure random sample, which measures what is missed, 0.02 to 0.05. */
  readonly randomShare?: number;
  /** Uniform in [0, 1); needed for the random share only. */
  readonly random?: () => number;
}

export interface QueuePlace {
  readonly id: string;
  readonly why: 'statutory' | 'expected-loss' | 'exploration' | 'random-sample';
  readonly expectedLossFen: number;
  readonly perHourFen: number;
  readonly hours: number;
}

export interface Queue {
  readonly places: readonly QueuePlace[];
  readonly hoursUsed: number;
  /** Not reached within the hours, in order of expected loss per hour. */
  readonly waiting: readonly QueuePlace[];
}

/** Highest expected loss per hour of checking first; equal ones by name, so that a queue can be drawn up again. */
export function byExpectedLossPerHour(items: readonly QueueItem[]): QueuePlace[] {
  return items.map((item) => placeOf(item, 'expected-loss')).toSorted(earlier);
}

/**
 * Fills the hours: statutory checks, then expected loss per hour, then exploration spread over the tails of single kits in
 * turn, then a random sample. An item that does not fit is passed over for a smaller one; hours that exploration and
 * sample leave unused go back to the expected loss.
 */
export function drawUpQueue(items: readonly QueueItem[], settings: QueueSettings): Queue {
  const { hoursAvailable, explorationShare = 0, randomShare = 0, random } = settings;
  const left = new Map(items.map((item) => [item.id, item]));
  const places: QueuePlace[] = [];
  let used = 0;
  const take = (order: readonly QueueItem[], why: QueuePlace['why'], until: number): void => {
    for (const item of order) {
      if (!left.has(item.id) || used + item.hours > until) continue;
      left.delete(item.id);
      places.push(placeOf(item, why));
      used += item.hours;
    }
  };
  const ranked = (): QueueItem[] => byExpectedLossPerHour([...left.values()]).map(({ id }) => left.get(id)!);

  take(
    ranked().filter((item) => item.statutory),
    'statutory',
    hoursAvailable,
  );
  take(ranked(), 'expected-loss', used + (hoursAvailable - used) * (1 - explorationShare - randomShare));
  take(inTurn(ranked().filter((item) => item.tailOf)), 'exploration', hoursAvailable - randomShare * hoursAvailable);
  if (random)
    take(
      shuffled([...left.values()], random),
      'random-sample',
      Math.min(hoursAvailable, used + randomShare * hoursAvailable),
    );
  take(ranked(), 'expected-loss', hoursAvailable);
  return { places, hoursUsed: used, waiting: byExpectedLossPerHour([...left.values()]) };
}

export type MatrixLevel = 'red' | 'orange' | 'yellow' | 'blue';

/** Likelihood × impact, both 1 to 5, for display. @param limits lowest score of each level, a standard */
export function riskMatrix(
  likelihood: number,
  impact: number,
  limits: { readonly red: number; readonly orange: number; readonly yellow: number },
): { score: number; level: MatrixLevel } {
  const score = likelihood * impact;
  const level =
    score >= limits.red ? 'red' : score >= limits.orange ? 'orange' : score >= limits.yellow ? 'yellow' : 'blue';
  return { score, level };
}

function placeOf(item: QueueItem, why: QueuePlace['why']): QueuePlace {
  const expectedLossFen = item.probability * item.lossFen;
  return { id: item.id, why, expectedLossFen, perHourFen: expectedLossFen / item.hours, hours: item.hours };
}

const earlier = (a: QueuePlace, b: QueuePlace): number => b.perHourFen - a.perHourFen || (a.id < b.id ? -1 : 1);

/** One item of each kit's tail after the other, so that no kit takes all of the exploration. */
function inTurn(items: readonly QueueItem[]): QueueItem[] {
  const tails = [...Map.groupBy(items, (item) => item.tailOf).values()];
  const longest = Math.max(0, ...tails.map((tail) => tail.length));
  return Array.from({ length: longest }, (_, i) => tails.flatMap((tail) => tail[i] ?? [])).flat();
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
