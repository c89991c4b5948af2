import { notFound, verb } from '@opengoa/kernel';
import { FindingLookedAt, LookThroughWindow, Seen, WindowLooked } from './contract.ts';
import { findingThrough, listThrough } from './seen-through.ts';
import { notOpen, placeOfWindow, windowOf } from './window.ts';
import { windowToLook } from './window-store.ts';

/**
 * 通过只读窗口查看: the list of what the window shows, or one finding with why it was raised. An act and not a read, because a read leaves
 * nothing behind: who looked at what under which window stays on the Record, at the unit that was looked at.
 */
export const lookThroughWindow = verb('risk-centre.look-through-window', {
  title: { zh: '通过只读窗口查看', en: 'Look through the window' },
  on: 'risk-centre.window',
  input: LookThroughWindow,
  who: ['inspector'],
  facts: [WindowLooked, FindingLookedAt],
  refusals: ['not-found', 'window-not-confirmed', 'window-not-begun', 'window-over', 'window-closed'],
  result: Seen,
  async load(tx, { window: id, finding, after }, context) {
    const window = await windowToLook(tx, id, context);
    return finding === undefined
      ? { window, list: await listThrough(tx, window, after ?? null, context), seen: null }
      : { window, list: null, seen: await findingThrough(tx, window, finding, context) };
  },
  at: ({ window }) => placeOfWindow(window),
  decide({ window, list, seen }, _input, { today }) {
    const refused = notOpen(window, today);
    if (refused) return refused;
    const { to } = window;
    if (list !== null) {
      const body = { shown: list.rows.length, total: list.total };
      return {
        facts: [WindowLooked.of({ object: windowOf(window), unit: window.unit, body })],
        result: { to, list, finding: null },
      };
    }
    if (seen === null) return notFound();
    const { unit, finding } = seen;
    return {
      facts: [
        FindingLookedAt.of({
          object: { kind: 'risk-centre.finding', id: finding.id },
          unit,
          body: { window: window.id, paper: window.paper, to },
        }),
      ],
      result: { to, list: null, finding },
    };
  },
});
