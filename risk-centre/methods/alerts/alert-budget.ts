/**
 * Alerts of one office and week in three colours, under a budget of false ones and of hours.
 *
 * Of what is sent in a colour at most a share q may be expected to be false: Σ (1 − p) ≤ q · number, with p calibrated (`evidence/correct-stated.ts`). As 1 − p is the chance that an
 * alert is false given all that is known, this holds the false discovery rate whatever is picked, and by whatever order (Efron 2008; Sun & Cai 2007). What is too uncertain for its
 * own colour may go in a fainter one; what is left waits for the next week and is counted. Never more than the hours, nor the number, that somebody can handle.
 */
export const alertColours = ['red', 'orange', 'yellow'] as const;
export type AlertColour = (typeof alertColours)[number];

export interface AlertCandidate {
  readonly id: string;
  /** The colour its stakes ask for (`levelOf`). */
  readonly colour: AlertColour;
  /** Calibrated. */
  readonly probability: number;
  readonly lossFen: number;
  /** Hours of a check, above 0. */
  readonly hours: number;
}

export interface WeekBudget {
  /** Largest share of false alerts in each colour, a standard. */
  readonly falseShare: Readonly<Record<AlertColour, number>>;
  /** Most alerts, and most hours of checking, in this week. */
  readonly alerts: number;
  readonly hours: number;
  /** Sent earlier in the same week: it counts. */
  readonly sent?: readonly AlertCandidate[];
}

export interface SentAlert extends AlertCandidate {
  /** What its stakes asked for; graver than `colour` where it was too uncertain for that. */
  readonly asked: AlertColour;
}

export interface HeldAlert extends AlertCandidate {
  readonly why: 'too-uncertain' | 'no-capacity';
}

export interface WeekOfAlerts {
  /** Gravest colour first, then by expected loss for each hour of checking. */
  readonly alerts: readonly SentAlert[];
  readonly held: readonly HeldAlert[];
  readonly hoursUsed: number;
  /** Expected share of false ones among all alerts of the week by colour; null where there is none. */
  readonly expectedFalse: Readonly<Record<AlertColour, number | null>>;
}

/** @throws RangeError on a probability or a number of hours that is none */
export function alertsOfWeek(candidates: readonly AlertCandidate[], budget: WeekBudget): WeekOfAlerts {
  for (const { id, probability, hours } of candidates)
    if (!(probability >= 0 && probability <= 1 && hours > 0)) throw new RangeError(`${id}: ${probability}, ${hours} h`);
  const sent = budget.sent ?? [];
  let places = Math.max(0, budget.alerts - sent.length);
  let hours = Math.max(0, budget.hours - sent.reduce((sum, each) => sum + each.hours, 0));
  const alerts: SentAlert[] = [];
  let waiting: readonly AlertCandidate[] = [];
  let left: AlertCandidate[] = [];
  for (const colour of alertColours) {
    waiting = [...left, ...candidates.filter((each) => each.colour === colour)].toSorted(dearer);
    const share = budget.falseShare[colour];
    const credit = sent.filter((each) => each.colour === colour).reduce((sum, each) => sum + worth(each, share), 0);
    const taken = pick(waiting, { share, credit, places, hours });
    places -= taken.size;
    hours -= [...taken].reduce((sum, each) => sum + each.hours, 0);
    alerts.push(...waiting.filter((each) => taken.has(each)).map((each) => ({ ...each, colour, asked: each.colour })));
    left = waiting.filter((each) => !taken.has(each));
  }
  const all: readonly AlertCandidate[] = [...sent, ...alerts];
  return {
    alerts,
    held: left.map((each) => ({
      ...each,
      why: 1 - each.probability > budget.falseShare.yellow ? 'too-uncertain' : 'no-capacity',
    })),
    hoursUsed: all.reduce((sum, each) => sum + each.hours, 0),
    expectedFalse: {
      red: expectedFalse(all.filter(({ colour }) => colour === 'red')),
      orange: expectedFalse(all.filter(({ colour }) => colour === 'orange')),
      yellow: expectedFalse(all.filter(({ colour }) => colour === 'yellow')),
    },
  };
}

interface Room {
  readonly share: number;
  /** What alerts sent before leave of the false ones that may be sent; below 0 where they used more. */
  readonly credit: number;
  readonly places: number;
  readonly hours: number;
}

/** Dearest first; while too many false ones are expected, the one that costs most of the budget for what it is worth is given back, and its place goes on. */
function pick(waiting: readonly AlertCandidate[], { share, credit, places, hours }: Room): Set<AlertCandidate> {
  const out = new Set<AlertCandidate>();
  for (;;) {
    const taken: AlertCandidate[] = [];
    let [used, sum] = [0, credit];
    for (const each of waiting)
      if (!out.has(each) && taken.length < places && used + each.hours <= hours) {
        taken.push(each);
        used += each.hours;
        sum += worth(each, share);
      }
    if (sum >= -1e-12) return new Set(taken);
    const uncertain = taken.filter((each) => worth(each, share) < 0);
    // Only what was sent before is too much: nothing of this colour may follow that is not surer than the colour asks.
    if (uncertain.length === 0) return new Set();
    const rate = (each: AlertCandidate) => (each.probability * each.lossFen) / each.hours / -worth(each, share);
    out.add(uncertain.reduce((worst, each) => (rate(each) < rate(worst) ? each : worst)));
  }
}

/** What an alert adds to, or takes from, the false ones that may be sent. */
const worth = ({ probability }: AlertCandidate, share: number): number => share - (1 - probability);

const expectedFalse = (alerts: readonly AlertCandidate[]): number | null =>
  alerts.length === 0 ? null : alerts.reduce((sum, { probability }) => sum + 1 - probability, 0) / alerts.length;

const perHour = ({ probability, lossFen, hours }: AlertCandidate): number => (probability * lossFen) / hours;
const dearer = (a: AlertCandidate, b: AlertCandidate): number => perHour(b) - perHour(a) || (a.id < b.id ? -1 : 1);
