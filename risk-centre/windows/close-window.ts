import { endTasksOf, refuse, TaskEnded, verb } from '@opengoa/kernel';
import { CloseWindow, WindowClosed } from './contract.ts';
import { placeOfWindow, windowMoves, windowOf } from './window.ts';
import { lockWindow, openTasksOn } from './window-store.ts';

/** 关闭只读窗口: before its day, or instead of confirming it. At once, and one person is enough: taking a look away never waits. */
export const closeWindow = verb('risk-centre.close-window', {
  title: { zh: '关闭只读窗口', en: 'Close the window' },
  on: 'risk-centre.window',
  input: CloseWindow,
  who: ['risk-officer', 'leader'],
  facts: [WindowClosed, TaskEnded],
  refusals: ['window-closed', 'window-over'],
  load: async (tx, { window }) => ({ window: await lockWindow(tx, window), tasks: await openTasksOn(tx, window) }),
  at: ({ window }) => placeOfWindow(window),
  decide({ window, tasks }, { reason }, context) {
    if (windowMoves.refusal(window.state, 'risk-centre.close-window'))
      return window.state === 'closed'
        ? refuse('window-closed', {}, { status: 409 })
        : refuse('window-over', { to: window.to }, { status: 409 });
    const thing = { object: windowOf(window), unit: window.unit };
    return [WindowClosed.of({ ...thing, body: { reason } }), ...endTasksOf(thing, tasks, context, 'withdrawn')];
  },
});
