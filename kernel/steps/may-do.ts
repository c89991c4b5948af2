/** What a person may do with a case now: one answer for the buttons on a screen and for the list of tasks. */
import type { Act } from './act.ts';
import { activeSeats, openSteps, own, runOf, type Case, type StepsWorld } from './case.ts';
import { precedes, type Definition, type PersonId } from './definition.ts';

export type May = {
  readonly kind: Act['kind'];
  readonly step?: string;
  readonly standingInFor?: PersonId;
  /** Steps a `return` may name; 'asker' besides. */
  readonly to?: readonly string[];
};

export function mayDo(definition: Definition, of: Case, person: PersonId, world: StepsWorld): May[] {
  if (of.status !== 'open') return [];
  const may: May[] = [];
  const forAsker = person === of.asker || world.standInsFor(of.asker).includes(person);
  if (forAsker) {
    const standing = person === of.asker ? {} : { standingInFor: of.asker };
    if (of.withAsker) may.push({ kind: 'resubmit', ...standing });
    else may.push({ kind: 'urge', ...standing });
    const decided = Object.keys(of.nodes).some((id) =>
      runOf(of, id)?.sittings.some(({ seats }) => seats.some((seat) => seat.decided)),
    );
    if (!decided || definition.withdraw === 'until-the-end') may.push({ kind: 'withdraw', ...standing });
  }
  if (own(of).includes(person)) return may;
  for (const step of openSteps(of)) {
    const run = runOf(of, step)!;
    for (const seat of activeSeats(run)) {
      const direct = seat.person === person;
      if (!direct && seat.standIn !== person && !world.standInsFor(seat.person).includes(person)) continue;
      const at = { step, ...(direct ? {} : { standingInFor: seat.person }) };
      const earlier = Object.keys(of.nodes).filter(
        (id) => runOf(of, id)?.state === 'done' && precedes(definition.root, id, step),
      );
      may.push({ kind: 'approve', ...at }, { kind: 'refuse', ...at }, { kind: 'return', ...at, to: earlier });
      may.push({ kind: 'add-signer', ...at }, { kind: 'hand-over', ...at });
      if (direct) may.push({ kind: 'delegate', ...at });
    }
    const added = run.sittings.some(({ seats }) => seats.some((seat) => seat.addedBy === person && !seat.decided));
    if (added) may.push({ kind: 'remove-signer', step });
  }
  return may;
}
