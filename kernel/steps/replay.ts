/** The same acts give the same case: how a doubt about a case's state is settled. */
import { isRefusal, type Refusal } from '../refusal.ts';
import { act, openCase, type Act, type Moved, type Start } from './act.ts';
import type { StepsWorld } from './case.ts';
import type { Definition } from './definition.ts';

/** Runs acts again from the start; refused acts leave the case as it was. @param acts with the instant of each, in order */
export function replay(
  definition: Definition,
  start: Start,
  startedAt: Date,
  acts: readonly { readonly act: Act; readonly at: Date }[],
  world: StepsWorld,
): Moved | Refusal {
  let moved = openCase(definition, start, startedAt, world);
  for (const { act: given, at } of acts) {
    if (isRefusal(moved)) return moved;
    const next = act(definition, moved.case, given, at, world);
    if (!isRefusal(next)) moved = next;
  }
  return moved;
}
