import { newId, verb } from '@opengoa/kernel';
import { CalendarKept, KeepCalendar } from './contract.ts';

/**
 * 登记日历: the days on which a school, a hospital or a foreign site works otherwise than the nation. A building names the calendar it keeps;
 * days that nothing was said of are those of the plain week.
 */
export const keepCalendar = verb('energy.keep-calendar', {
  title: { zh: '登记日历', en: 'Keep a calendar' },
  input: KeepCalendar,
  who: ['energy-clerk'],
  facts: [CalendarKept],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (_known, body, { actor }) => [
    CalendarKept.of({ object: { kind: 'energy.calendar', id: newId() }, unit: actor.unit ?? '', body }),
  ],
});
