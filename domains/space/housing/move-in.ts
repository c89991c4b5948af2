import { endTasksOf, newId, refuse, verb } from '@opengoa/kernel';
import { applicationOf } from './application.ts';
import { onAssigned } from './assigned-home.ts';
import { MoveIn, StayBegun } from './contract.ts';
import { notOpen, onApplication } from './decide-application.ts';
import { stayOf } from './stay.ts';

/** 办理入住: the stay begins, with its term and its rent; no deposit. */
export const moveIn = verb('space.move-in', {
  ...onApplication,
  ...onAssigned,
  title: { zh: '办理入住', en: 'Have them move in' },
  input: MoveIn,
  who: ['space-clerk'],
  facts: [StayBegun],
  refusals: ['not-now', 'stale-version', 'home-backwards', 'time-not-yet'],
  load: async (tx, input) => ({ ...(await onAssigned.load(tx, input)), id: newId() }),
  decide({ id, application, home, tasks }, { version, ...terms }, context) {
    const closed = notOpen(application, 'space.move-in', version);
    if (closed) return closed;
    if (terms.to <= terms.from) return refuse('home-backwards');
    if (terms.from > context.today) return refuse('time-not-yet');
    return [
      StayBegun.of({ object: stayOf({ id }), unit: home!.unit, body: { ...terms, home: home!.id } }),
      ...endTasksOf({ object: applicationOf(application), unit: application.unit }, tasks, context),
    ];
  },
});
