import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { handBackActs } from './screens/hand-back-acts.ts';
import { handBackFactWords } from './words.zh.ts';

export const handBacks = webPart({
  group: words('核定与申请', 'Quota'),
  pages: [
    {
      path: '/space/hand-backs',
      title: words('退还房间', 'Rooms handed back'),
      needs: 'space.hand-backs',
      nav: true,
      load: () => import('./screens/hand-back-list.tsx'),
    },
    {
      path: '/space/hand-back',
      title: words('退还房间', 'Hand rooms back'),
      needs: 'space.ask-to-hand-back',
      load: () => import('./screens/hand-back-page.tsx'),
    },
  ],
  acts: handBackActs,
  opens: { 'space.hand-back': '/space/hand-backs' },
  facts: { ...handBackFactWords, 'space.hand-back': words('退还房间', 'Rooms handed back') },
  help: () => import('./help.ts'),
});
