/** Subjects made up for measuring the combination of evidence: kits that see the same hidden truth through correlated noise, seeded. */
import { normal } from '@opengoa/kernel/seeded';
import { correctStated, type Correction } from '../methods/evidence/correct-stated.ts';
import { correlationOfGroup } from '../methods/evidence/correlation-of-group.ts';
import { combineCorrelated } from '../methods/evidence/correlated-evidence.ts';

export interface EvidenceWorld {
  readonly name: string;
  /** Share of subjects with the risk. */
  readonly prior: number;
  /** Groups of kits that share a cause: how many, how far truth moves each (in spreads), and the correlation of their noise. */
  readonly groups: readonly { readonly kits: number; readonly moves: number; readonly rho: number }[];
  /** `scores`: each kit tells how far it moved; `flags`: it only says yes beyond `flagsAt` spreads, or no. */
  readonly says: 'scores' | 'flags';
  readonly flagsAt?: number;
  /** 0: a kit that did not flag is left out, as where only signals are kept. */
  readonly silent?: 0;
  /** What kits claim of themselves, as a multiple of what they know: 1 is honest. */
  readonly claims?: number;
  /** Noise of t with three degrees of freedom instead of normal. */
  readonly heavy?: boolean;
}

export interface MadeSubject {
  readonly truth: 0 | 1;
  readonly said: readonly { readonly kit: string; readonly group: string; readonly llr: number }[];
}

export function madeSubjects(world: EvidenceWorld, count: number, next: () => number): MadeSubject[] {
  const { flagsAt = 1.5, claims = 1 } = world;
  const noise = (): number => {
    if (!world.heavy) return normal(next);
    const chi = normal(next) ** 2 + normal(next) ** 2 + normal(next) ** 2;
    return normal(next) / Math.sqrt(chi / 3) / Math.sqrt(3);
  };
  return Array.from({ length: count }, () => {
    const truth = next() < world.prior ? 1 : 0;
    const said = world.groups.flatMap(({ kits, moves, rho }, g) => {
      const shared = noise();
      return Array.from({ length: kits }, (_, k) => {
        const seen = truth * moves + Math.sqrt(rho) * shared + Math.sqrt(1 - rho) * noise();
        const llr =
          world.says === 'scores'
            ? moves * seen - moves ** 2 / 2
            : seen > flagsAt
              ? Math.log(above(flagsAt - moves) / above(flagsAt))
              : (world.silent ?? Math.log((1 - above(flagsAt - moves)) / (1 - above(flagsAt))));
        return { kit: `${g}-${k}`, group: String(g), llr: claims * llr };
      });
    });
    return { truth, said };
  });
}

/** P(a standard normal number > x) (Abramowitz & Stegun 26.2.17, error below 1e-7). */
export function above(x: number): number {
  if (x < 0) return 1 - above(-x);
  const t = 1 / (1 + 0.231_641_9 * x);
  const poly =
    t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

export interface Learned {
  /** Log odds of a subject by the fitted correlation, before any correction. */
  readonly stated: (subject: MadeSubject) => number;
  readonly correction: Correction;
}

/** What a year teaches: 5000 subjects scored, the 400 stated highest and 400 others at random looked into. */
export function learnFrom(world: EvidenceWorld, next: () => number): Learned {
  const past = madeSubjects(world, 5_000, next);
  const rho = new Map(
    world.groups.map((_, g) => {
      const said = past
        .slice(0, 2_000)
        .map((subject) => subject.said.filter(({ group }) => group === String(g)).map(({ llr }) => llr));
      const found = correlationOfGroup(said);
      return [String(g), found.status === 'ok' ? found.rho : 0.5] as const;
    }),
  );
  const stated = ({ said }: MadeSubject) => combineCorrelated(world.prior, said, (group) => rho.get(group)!).logOdds;
  const known = past.map((subject) => ({ logOdds: stated(subject), came: subject.truth }));
  // Subjects come in no order, so that the first ones are a random sample.
  const atRandom = known.slice(0, 400);
  const highest = known
    .slice(400)
    .toSorted((a, b) => b.logOdds - a.logOdds)
    .slice(0, 400);
  return { stated, correction: correctStated([...highest, ...atRandom]) };
}
