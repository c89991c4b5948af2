import { refuse, stale, verb } from '@opengoa/kernel';
import { ChangeStanding, StandingChanged } from './contract.ts';
import { reckonRooms, roomsOfPeople } from './reckon-rooms.ts';
import { lockSeating, seatingOf } from './seating-store.ts';

/** 变更使用情形: a seat is to be understood otherwise: approved as a second office, lent to, retired and not vacated. */
export const changeStanding = verb('space.change-standing', {
  title: { zh: '变更使用情形', en: 'Change a standing' },
  input: ChangeStanding,
  who: ['space-clerk'],
  on: 'space.seating',
  facts: [StandingChanged],
  refusals: ['stale-version', 'seating-ended', 'second-needs-paper'],
  load: async (tx, { seating }) => ({ seating: await lockSeating(tx, seating) }),
  at: ({ seating }) => ({ unit: seating.unit }),
  decide({ seating }, { version, standing, paper }) {
    if (version !== seating.version) return stale({ version: seating.version });
    if (seating.toExclusive !== null) return refuse('seating-ended', { day: seating.toExclusive });
    if (standing === 'second-office' && paper === '') return refuse('second-needs-paper');
    return [
      StandingChanged.of({
        object: seatingOf(seating),
        unit: seating.unit,
        body: { person: seating.person, standing, paper },
      }),
    ];
  },
  async also(tx, { seating }, _input, context) {
    await reckonRooms(tx, await roomsOfPeople(tx, [seating.person]), context);
  },
});
