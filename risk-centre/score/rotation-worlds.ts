/** Groups of bidders made up for measuring the rotation test: schemes that take turns and honest groups that do not, seeded. */
import { normal, seeded } from '@opengoa/kernel/seeded';
import { type Rotation, rotation } from '@opengoa/procurement/rotation';

export interface World {
  readonly members: number;
  readonly tenders: number;
  /**
   * - `scheme`: who has won least by value so far wins; `agreed` is the share of tenders that follow it, the rest go by chance.
   * - `round-robin`: a fixed order; `shuffled-rounds`: each wins once in a round, in any order.
   * - `honest`: everybody's chance is the same each time.
   * - `count-capacity`: honest; each win on hand, done within `members` tenders, makes the next less likely (odds × e^−strength).
   * - `value-capacity`: the same by value on hand, of which the share `left` is still on hand at the next tender (0.9).
   * - `unequal`: honest, each member twice as likely as the one before.
   */
  readonly kind:
    | 'scheme'
    | 'round-robin'
    | 'shuffled-rounds'
    | 'honest'
    | 'count-capacity'
    | 'value-capacity'
    | 'unequal';
  readonly agreed?: number;
  readonly strength?: number;
  readonly left?: number;
}

export function oneHistory(world: World, next: () => number): { winners: number[]; values: number[] } {
  const { members, tenders, kind, agreed = 1, strength = 1, left = 0.9 } = world;
  const won = Array.from({ length: members }, () => 0);
  const load = Array.from({ length: members }, () => 0);
  const winners: number[] = [];
  const values: number[] = [];
  for (let t = 0; t < tenders; t++) {
    const value = Math.exp(0.5 * normal(next));
    const round = winners.slice(t - (t % members));
    const odds = won.map((_, member) => {
      if (kind === 'round-robin') return Number(member === t % members);
      if (kind === 'shuffled-rounds') return Number(!round.includes(member));
      if (kind === 'unequal') return 2 ** member;
      if (kind === 'count-capacity')
        return Math.exp(-strength * winners.slice(-members).filter((winner) => winner === member).length);
      return kind === 'value-capacity' ? Math.exp(-strength * load[member]!) : 1;
    });
    const least = won.flatMap((amount, member) => (amount === Math.min(...won) ? [member] : []));
    const follows = kind === 'scheme' && next() < agreed;
    const winner = follows ? least[Math.floor(next() * least.length)]! : drawn(odds, next);
    winners.push(winner);
    values.push(value);
    won[winner]! += value;
    for (let member = 0; member < members; member++) load[member]! *= left;
    load[winner]! += value;
  }
  return { winners, values };
}

export interface ShareFound {
  /** Neither luck nor full order books explain it. */
  readonly ours: number;
  /** What is commonly done: one test against other orders of the same winners. */
  readonly valueBalance: number;
  readonly repeats: number;
}

/** The share of made-up groups in which each chance is at or below the limit. */
export function shareFound(world: World, groups: number, limit: number, seed: number): ShareFound {
  const next = seeded(seed);
  const found = Array.from({ length: groups }, (_, i) => {
    const each = rotation({ ...oneHistory(world, next), members: world.members }, i + 1);
    return each.status === 'ok' ? each : null;
  });
  const share = (p: (each: Rotation) => number) =>
    found.filter((each) => each !== null && p(each) <= limit).length / groups;
  return {
    ours: share(({ p }) => p),
    valueBalance: share(({ valueBalance }) => valueBalance.p),
    repeats: share(({ repeats }) => repeats.p),
  };
}

function drawn(odds: readonly number[], next: () => number): number {
  let left = next() * odds.reduce((sum, each) => sum + each, 0);
  const found = odds.findIndex((each) => (left -= each) < 0);
  return found < 0 ? odds.length - 1 : found;
}
