import { words } from '@opengoa/kernel/words';
import { field, webPart } from '@opengoa/web-kit/room';
import { changeFactWords } from './words.zh.ts';

export const changes = webPart({
  group: words('房产台账', 'Ledger'),
  pages: [
    {
      path: '/space/waiting-rooms',
      title: words('待划转房间', 'Rooms of ended units'),
      needs: 'space.follow-succession',
      nav: true,
      load: () => import('./screens/waiting-list.tsx'),
    },
  ],
  acts: {
    'space.follow-succession': {
      title: words('划转', 'Assign to the heir'),
      tone: 'primary',
      about: words(
        '自机构变动之日起归承接单位，人员座位一并划转；以前的日子仍记在原单位。',
        'From the day of the change the room and its seats are the heir’s; days before stay with the former unit.',
      ),
      fields: [field('to', '承接单位', 'Heir', 'unit')],
      shape: ({ to }, { id, unit_id: unit }) => ({ unit, to, rooms: [id] }),
    },
  },
  facts: changeFactWords,
  help: () => import('./help.ts'),
});
