/**
 * FI-08: how far a unit could lower its inputs and still give what it gives, by what others show to be possible (input-oriented envelopment; Cooper, Seiford &
 * Tone 2007). One wrong record moves the frontier: units with exact findings are left out first, and nobody is ranked by it alone.
 */
import { draftProgram, solveProgram } from '@opengoa/kernel/solve';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface EnvelopedUnit {
  /** What it uses and what it gives, each above or at 0, of the same length for all. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface Envelopment {
  /** In (0, 1]: 1 where no mixture of others gives as much for less of everything. */
  readonly theta: number;
  /** Inputs that could fall and outputs that could rise further, at this theta. Above 0 with theta 1: weakly efficient. */
  readonly inputSlacks: readonly number[];
  readonly outputSlacks: readonly number[];
  /** The mixture: a weight for each unit. */
  readonly weights: readonly number[];
}

export type Returns = 'constant' | 'variable';

const seconds = 10;
const endless = Number.POSITIVE_INFINITY;

/** Of each unit against all. @param returns whether a unit may be scaled (CCR) or only mixed (BCC) */
export async function envelopments(units: readonly EnvelopedUnit[], returns: Returns): Promise<Envelopment[]> {
  const found: Envelopment[] = [];
  for (const unit of units) found.push(await envelopmentOf(unit, units, returns));
  return found;
}

async function envelopmentOf(unit: EnvelopedUnit, units: readonly EnvelopedUnit[], returns: Returns) {
  const first = draftProgram();
  const theta = first.column({ cost: 1, upper: endless, whole: false });
  const mixed = units.map(() => first.column({ upper: endless, whole: false }));
  for (const [i, own] of unit.inputs.entries())
    first.row([...mixed.map((column, j) => [column, units[j]!.inputs[i]!] as const), [theta, -own]], { to: 0 });
  for (const [r, own] of unit.outputs.entries())
    first.row(
      mixed.map((column, j) => [column, units[j]!.outputs[r]!] as const),
      { from: own },
    );
  if (returns === 'variable')
    first.row(
      mixed.map((column) => [column, 1] as const),
      { from: 1, to: 1 },
    );
  const least = (await solveProgram(first.done(), null, seconds)).values![theta]!;

  // At this theta, the most that is left: without it a weakly efficient unit passes for an efficient one.
  const second = draftProgram();
  const weights = units.map(() => second.column({ upper: endless, whole: false }));
  const slack = () => second.column({ cost: -1, upper: endless, whole: false });
  const inputSlacks = unit.inputs.map(slack);
  const outputSlacks = unit.outputs.map(slack);
  // Theta is rounded by the solver: what it leaves of a bound is no slack.
  const room = (value: number) => 1e-9 * Math.max(1, Math.abs(value));
  for (const [i, own] of unit.inputs.entries())
    second.row([...weights.map((column, j) => [column, units[j]!.inputs[i]!] as const), [inputSlacks[i]!, 1]], {
      from: least * own - room(own),
      to: least * own + room(own),
    });
  for (const [r, own] of unit.outputs.entries())
    second.row([...weights.map((column, j) => [column, units[j]!.outputs[r]!] as const), [outputSlacks[r]!, -1]], {
      from: own - room(own),
      to: own + room(own),
    });
  if (returns === 'variable')
    second.row(
      weights.map((column) => [column, 1] as const),
      { from: 1, to: 1 },
    );
  const { values } = await solveProgram(second.done(), null, seconds);
  const valueOf = (column: number) => {
    const value = values?.[column] ?? 0;
    return value > 1e-7 ? value : 0;
  };
  return {
    theta: least,
    inputSlacks: inputSlacks.map(valueOf),
    outputSlacks: outputSlacks.map(valueOf),
    weights: weights.map(valueOf),
  };
}

/** Units from which a frontier says something. */
const leastUnits = 30;

/** The same where units are enough: 30, and three for each input and output. */
export async function judgedEnvelopments(
  units: readonly EnvelopedUnit[],
  returns: Returns,
): Promise<MethodResult<{ readonly units: readonly Envelopment[] }>> {
  const sides = (units[0]?.inputs.length ?? 0) + (units[0]?.outputs.length ?? 0);
  const needed = Math.max(leastUnits, 3 * sides);
  if (units.length < needed)
    return insufficient({
      zh: `效率前沿需要${needed}家单位，现有${units.length}家`,
      en: `a frontier needs ${needed} units and has ${units.length}`,
      needed,
      found: units.length,
    });
  return ok({ units: await envelopments(units, returns) });
}
