import { refuse, verb } from '@opengoa/kernel';
import { EndWindow, WindowEnded } from './contract.ts';
import { placeOfWindow, windowMoves, windowOf } from './window.ts';
import { lockWindow } from './window-store.ts';

/** 窗口到期: the register says so. Nothing waits for it: a look past the last day is refused by the day itself. */
export const endWindow = verb('risk-centre.end-window', {
  title: { zh: '只读窗口到期', en: 'End a window' },
  input: EndWindow,
  who: ['job'],
  internal: true,
  facts: [WindowEnded],
  refusals: ['not-now', 'window-runs'],
  load: async (tx, { window }) => ({ window: await lockWindow(tx, window) }),
  at: ({ window }) => placeOfWindow(window),
  decide({ window }, _input, { today }) {
    const closed = windowMoves.refusal(window.state, 'risk-centre.end-window');
    if (closed) return closed;
    if (window.to >= today) return refuse('window-runs', {}, { status: 409 });
    return [WindowEnded.of({ object: windowOf(window), unit: window.unit, body: { to: window.to } })];
  },
});
