import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { seatingActs } from './screens/seating-acts.ts';
import { capLacks, seatingFactWords, seatMarks } from './words.zh.ts';

export const seating = webPart({
  group: words('房产台账', 'Ledger'),
  pages: [
    {
      path: '/space/occupants',
      title: words('人员用房', 'Who sits where'),
      needs: 'space.occupants',
      nav: true,
      load: () => import('./screens/occupant-list.tsx'),
    },
  ],
  acts: seatingActs,
  facts: { ...seatingFactWords, 'space.seating': words('座位', 'Seat') },
  codes: { ...seatMarks, ...capLacks },
  help: () => import('./help.ts'),
});
