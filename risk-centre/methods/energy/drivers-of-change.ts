/**
 * EN-10 (b), (c): why the use of many differs between two periods, by additive LMDI-I (Ang 2005, 2015), with no residual.
 *
 * Energy of those that are in both periods: `E = Σ A·s_i·e_i`, activity (area), structure (who has which share of it) and intensity. Their carbon, where it is
 * known: `C = Σ A·e·m_j·f_j`, area, intensity, mix of carriers and emission factors. Who is in one period alone is a term of its own.
 */
import { lmdi, logarithmicMean } from '@opengoa/energy/lmdi';
import { type MethodResult, insufficient, ok } from '../method-result.ts';

/** One carrier of one subject in one period. Energy in one unit for all carriers (kgce), carbon in one unit; null where not known. */
export interface CarrierUse {
  readonly carrier: string;
  readonly energy: number;
  readonly carbon: number | null;
}

/** Activity is what use is measured against, area or people, above 0; null where not known. */
export interface SubjectUse {
  readonly subject: string;
  readonly activity: number | null;
  readonly uses: readonly CarrierUse[];
}

export type Driver = 'activity' | 'structure' | 'intensity' | 'mix' | 'factor' | 'came-or-went' | 'not-comparable';

export interface DriverEffect {
  readonly driver: Driver;
  /** What it adds to the change of the whole. */
  readonly effect: number;
  /** What it multiplies those in both periods by; null for what came, went or cannot be compared. */
  readonly ratio: number | null;
}

export interface Decomposed {
  readonly before: number;
  readonly now: number;
  /** They add up to `now − before`. */
  readonly effects: readonly DriverEffect[];
}

export interface DriversOfChange {
  readonly energy: Decomposed;
  /** Each subject's own structure and intensity together with its part of the activity: they add up to the change. */
  readonly subjects: readonly {
    readonly subject: string;
    readonly effect: number;
    readonly intensity: number | null;
  }[];
  /** Null where the carbon of a use is not known. */
  readonly carbon: Decomposed | null;
}

interface Pair {
  readonly subject: string;
  readonly before: SubjectUse | undefined;
  readonly now: SubjectUse | undefined;
}

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const energyOf = (use: SubjectUse | undefined): number => sumOf((use?.uses ?? []).map(({ energy }) => energy));

/** @returns `insufficient_data` where nobody with a known activity is in both periods */
export function driversOfChange(
  before: readonly SubjectUse[],
  now: readonly SubjectUse[],
): MethodResult<DriversOfChange> {
  const [old, fresh] = [before, now].map((uses) => new Map(uses.map((use) => [use.subject, use]))) as [
    Map<string, SubjectUse>,
    Map<string, SubjectUse>,
  ];
  const pairs: Pair[] = [...new Set([...old.keys(), ...fresh.keys()])].map((subject) => ({
    subject,
    before: old.get(subject),
    now: fresh.get(subject),
  }));
  const both = pairs.filter((pair): pair is Compared => pair.before !== undefined && pair.now !== undefined);
  const like = both.filter((pair) => (pair.before.activity ?? 0) > 0 && (pair.now.activity ?? 0) > 0);
  if (like.length === 0)
    return insufficient({
      zh: '没有两个时期都有面积(或人数)的对象',
      en: 'nobody with a known activity is in both periods',
      needed: 1,
      found: 0,
    });
  const change = ({ before: a, now: b }: Pair) => energyOf(b) - energyOf(a);
  const terms = like.map((pair) => lmdi([termOf(pair, 'before', like)], [termOf(pair, 'now', like)]));
  const apart = (of: readonly Pair[], amount: (pair: Pair) => number): number => sumOf(of.map(amount));
  const alone = pairs.filter((pair) => !(both as readonly Pair[]).includes(pair));
  const unlike = both.filter((pair) => !like.includes(pair));
  const [likeBefore, likeNow] = [
    sumOf(like.map((pair) => energyOf(pair.before))),
    sumOf(like.map((pair) => energyOf(pair.now))),
  ];
  const named = (['activity', 'structure', 'intensity'] as const).map((driver, k) => ({
    driver,
    ...sized(sumOf(terms.map((term) => term[k]!)), likeBefore, likeNow),
  }));
  return ok({
    energy: {
      before: sumOf(before.map(energyOf)),
      now: sumOf(now.map(energyOf)),
      effects: [...named, ...outside(apart(alone, change), apart(unlike, change))],
    },
    subjects: pairs
      .map((pair) => {
        const at = like.indexOf(pair as Compared);
        return { subject: pair.subject, effect: change(pair), intensity: at < 0 ? null : terms[at]![2]! };
      })
      .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
    carbon: carbonOf(like, alone, unlike),
  });
}

interface Compared extends Pair {
  readonly before: SubjectUse;
  readonly now: SubjectUse;
}

const sized = (effect: number, before: number, now: number) => ({
  effect,
  ratio: before > 0 && now > 0 ? Math.exp(effect / logarithmicMean(now, before)) : null,
});

const outside = (cameOrWent: number, notComparable: number): DriverEffect[] =>
  (
    [
      ['came-or-went', cameOrWent],
      ['not-comparable', notComparable],
    ] as const
  ).flatMap(([driver, effect]) => (effect === 0 ? [] : [{ driver, effect, ratio: null }]));

/** Activity of all, the share of this one, and its use for each unit of activity. */
function termOf(pair: Compared, at: 'before' | 'now', like: readonly Compared[]): readonly number[] {
  const whole = sumOf(like.map((each) => each[at].activity!));
  const own = pair[at].activity!;
  return [whole, own / whole, energyOf(pair[at]) / own];
}

function carbonOf(like: readonly Compared[], alone: readonly Pair[], unlike: readonly Pair[]): Decomposed | null {
  const usesOf = (at: 'before' | 'now', of: readonly Pair[]) => of.flatMap((pair) => pair[at]?.uses ?? []);
  const every = [...like, ...alone, ...unlike];
  if ([...usesOf('before', every), ...usesOf('now', every)].some(({ carbon }) => carbon === null)) return null;
  const carbon = (uses: readonly CarrierUse[]) => sumOf(uses.map((use) => use.carbon!));
  const sides = (['before', 'now'] as const).map((at) => {
    const uses = usesOf(at, like);
    const area = sumOf(like.map((pair) => pair[at].activity!));
    const energy = sumOf(uses.map((use) => use.energy));
    const carriers = new Map(
      [...Map.groupBy(uses, (use) => use.carrier)].map(([carrier, own]) => {
        const amount = sumOf(own.map((use) => use.energy));
        return [carrier, { share: energy > 0 ? amount / energy : 0, factor: amount > 0 ? carbon(own) / amount : null }];
      }),
    );
    return { uses, area, intensity: energy / area, carriers };
  });
  const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const keys = [...new Set([...a.carriers.keys(), ...b.carriers.keys()])];
  // A carrier that came takes the other period's factor: its coming is a matter of the mix.
  const term = (of: typeof a, other: typeof a, key: string): readonly number[] => [
    of.area,
    of.intensity,
    of.carriers.get(key)?.share ?? 0,
    of.carriers.get(key)?.factor ?? other.carriers.get(key)?.factor ?? 0,
  ];
  const effects = lmdi(
    keys.map((key) => term(a, b, key)),
    keys.map((key) => term(b, a, key)),
  );
  const [likeBefore, likeNow] = [carbon(a.uses), carbon(b.uses)];
  const moved = (of: readonly Pair[]) => carbon(usesOf('now', of)) - carbon(usesOf('before', of));
  return {
    before: carbon(usesOf('before', every)),
    now: carbon(usesOf('now', every)),
    effects: [
      // Where nothing was used in either period, nothing moved it.
      ...(['activity', 'intensity', 'mix', 'factor'] as const).map((driver, k) => ({
        driver,
        ...sized(effects[k] ?? 0, likeBefore, likeNow),
      })),
      ...outside(moved(alone), moved(unlike)),
    ],
  };
}
