import { endTasksOf, refuse, TaskEnded, verb } from '@opengoa/kernel';
import { ConfirmWindow, WindowOpened } from './contract.ts';
import { personsIn, placeOfWindow, standingOf, windowOf } from './window.ts';
import { lockWindow, openTasksOn } from './window-store.ts';

/** 确认只读窗口: a second person, who neither proposed it nor will look through it. */
export const confirmWindow = verb('risk-centre.confirm-window', {
  title: { zh: '确认只读窗口', en: 'Confirm the window' },
  on: 'risk-centre.window',
  input: ConfirmWindow,
  who: ['risk-officer', 'leader'],
  facts: [WindowOpened, TaskEnded],
  refusals: ['window-not-proposed', 'window-second-person', 'window-for-oneself', 'window-over'],
  load: async (tx, { window }) => ({ window: await lockWindow(tx, window), tasks: await openTasksOn(tx, window) }),
  at: ({ window }) => placeOfWindow(window),
  decide({ window, tasks }, _input, context) {
    const { actor, today } = context;
    if (window.state !== 'proposed') return refuse('window-not-proposed', {}, { status: 409 });
    const persons = personsIn(context);
    if (actor.person === null || (window.proposedBy !== null && persons.includes(window.proposedBy)))
      return refuse('window-second-person', {}, { status: 403 });
    if (persons.some((person) => window.inspectors.includes(person)))
      return refuse('window-for-oneself', {}, { status: 403 });
    const { from, to } = window;
    if (standingOf({ ...window, state: 'open' }, today) === 'over')
      return refuse('window-over', { to }, { status: 409 });
    const thing = { object: windowOf(window), unit: window.unit };
    return [WindowOpened.of({ ...thing, body: { from, to } }), ...endTasksOf(thing, tasks, context)];
  },
});
