/**
 * In which order to repair, so that all the hours that everything is down cost least. One crew repairs one part after another.
 *
 * With up to twelve failed parts every order is weighed (dynamic programming over sets of repaired ones). With more, the next goal is the part whose coming back is worth most for each hour of all
 * repairs that it waits for, again and again (Smith's rule for what has to be done before it).
 */
import { goesDown, type Parts } from './goes-down.ts';

export interface FailedPart {
  readonly id: string;
  /** Above 0. */
  readonly repairHours: number;
}

export interface RepairStep {
  readonly id: string;
  readonly doneAfterHours: number;
  /** What comes back with this repair, the part itself among them where nothing else keeps it down. */
  readonly comesBack: readonly string[];
  /** What an hour costs from then on. */
  readonly hourLossFen: number;
}

export interface RepairOrder {
  readonly steps: readonly RepairStep[];
  /** Over all hours until everything is back. */
  readonly lossFen: number;
  /** Nothing better exists; otherwise the best that was found. */
  readonly proven: boolean;
}

export const mostProven = 12;

export function fixFirst(parts: Parts, failed: readonly FailedPart[]): RepairOrder {
  for (const { id, repairHours } of failed) if (!(repairHours > 0)) throw new RangeError(`${id}: ${repairHours} h`);
  const order = failed.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const proven = order.length <= mostProven;
  return { ...toldInOrder(parts, order, proven ? best(parts, order) : goalByGoal(parts, order)), proven };
}

function toldInOrder(parts: Parts, failed: readonly FailedPart[], order: readonly FailedPart[]) {
  const steps: RepairStep[] = [];
  let left = failed.map(({ id }) => id);
  let now = goesDown(parts, left);
  let [hours, lossFen] = [0, 0];
  for (const { id, repairHours } of order) {
    hours += repairHours;
    lossFen += repairHours * now.hourLossFen;
    left = left.filter((each) => each !== id);
    const then = goesDown(parts, left);
    const still = new Set(then.down.map((each) => each.id));
    const comesBack = now.down.flatMap((each) => (still.has(each.id) ? [] : [each.id]));
    steps.push({ id, doneAfterHours: hours, comesBack, hourLossFen: then.hourLossFen });
    now = then;
  }
  return { steps, lossFen };
}

/** Least loss from each set of parts still failed until none is: sets are numbers, a bit for each part. */
function best(parts: Parts, failed: readonly FailedPart[]): FailedPart[] {
  const sets = 1 << failed.length;
  const least = new Float64Array(sets);
  const first = new Int8Array(sets).fill(-1);
  for (let set = 1; set < sets; set++) {
    const left = failed.filter((_, i) => set & (1 << i));
    const hourLoss = goesDown(
      parts,
      left.map(({ id }) => id),
    ).hourLossFen;
    least[set] = Infinity;
    for (const [i, { repairHours }] of failed.entries()) {
      if (!(set & (1 << i))) continue;
      const loss = repairHours * hourLoss + least[set ^ (1 << i)]!;
      if (loss < least[set]!) [least[set], first[set]] = [loss, i];
    }
  }
  const order: FailedPart[] = [];
  for (let set = sets - 1; set > 0; set ^= 1 << first[set]!) order.push(failed[first[set]!]!);
  return order;
}

function goalByGoal(parts: Parts, failed: readonly FailedPart[]): FailedPart[] {
  const order: FailedPart[] = [];
  let left = [...failed];
  while (left.length > 0) {
    const now = goesDown(
      parts,
      left.map(({ id }) => id),
    );
    const goals = now.down.map(({ id }) => {
      const repairs = neededFor(parts, id, left);
      const others = left.filter((each) => !repairs.includes(each)).map((each) => each.id);
      const saved = now.hourLossFen - goesDown(parts, others).hourLossFen;
      return { repairs, rate: saved / repairs.reduce((sum, { repairHours }) => sum + repairHours, 0) };
    });
    const { repairs } = goals.reduce((a, b) => (b.rate > a.rate ? b : a));
    order.push(...repairs);
    left = left.filter((each) => !repairs.includes(each));
  }
  return order;
}

/** Failed parts to be repaired before this one works: its own, and of each group the quickest that suffice. */
function neededFor(parts: Parts, goal: string, left: readonly FailedPart[]): FailedPart[] {
  const failed = new Map(left.map((each) => [each.id, each]));
  const down = new Set(goesDown(parts, failed.keys()).down.map(({ id }) => id));
  const reached = new Set<string>();
  const found = new Set<FailedPart>();
  const visit = (id: string): void => {
    if (reached.has(id) || !down.has(id)) return;
    reached.add(id);
    for (const { of, atLeast = of.length } of parts.get(id)!.needs) {
      const missing = of.filter((each) => down.has(each));
      const short = atLeast - (of.length - missing.length);
      const hours = (each: string) => failed.get(each)?.repairHours ?? 0;
      for (const each of missing.toSorted((a, b) => hours(a) - hours(b)).slice(0, Math.max(0, short))) visit(each);
    }
    const own = failed.get(id);
    if (own) found.add(own);
  };
  visit(goal);
  return [...found];
}
