import { median } from './median.ts';
import type { Asked } from './figure.ts';
import { round } from './figure.ts';
import type { ConnectionOrder } from './load/load.ts';
import type { Measured, Stage } from './stage.ts';

/** Medians over the rounds of one figure. */
export interface Medians {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly databaseMs: number;
}

const mediansOf = (rounds: readonly Measured[]): Medians => ({
  perSecond: median(rounds.map((each) => each.perSecond)),
  p50: median(rounds.map((each) => each.p50)),
  p99: median(rounds.map((each) => each.p99)),
  cpuMs: median(rounds.map((each) => each.cpuMs)),
  databaseMs: median(rounds.map((each) => each.databaseMs)),
});

/**
 * The program and its floor in turn, five rounds (three in the short form) after one that does not count, so that what else the machine does
 * falls on both.
 */
export async function besideFloor(
  { short, say }: Asked,
  stage: Stage,
  { program, floor }: { program: readonly ConnectionOrder[]; floor: readonly ConnectionOrder[] },
): Promise<{ program: Medians; floor: Medians }> {
  const seconds = short ? 2 : 5;
  await stage.floor(floor, 2);
  await stage.program(program, 3);
  const [ours, theirs]: [Measured[], Measured[]] = [[], []];
  for (let turn = 0; turn < (short ? 3 : 5); turn += 1) {
    theirs.push(await stage.floor(floor, seconds));
    ours.push(await stage.program(program, seconds));
    const [a, b] = [ours.at(-1)!, theirs.at(-1)!];
    say(
      `  round ${turn + 1}: ${round(a.perSecond)}/s p50 ${round(a.p50)} p99 ${round(a.p99)} ms, ${round(a.cpuMs)} + ${round(a.databaseMs)} ms cpu; ` +
        `floor ${round(b.perSecond)}/s p50 ${round(b.p50)} p99 ${round(b.p99)} ms, ${round(b.cpuMs)} + ${round(b.databaseMs)} ms cpu; ${(a.perSecond / b.perSecond).toFixed(2)}x`,
    );
  }
  return { program: mediansOf(ours), floor: mediansOf(theirs) };
}
