import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';

export const tried = webPart({
  group: words('核定与申请', 'Quota'),
  pages: [
    {
      path: '/space/what-if',
      title: words('标准推演', 'What if'),
      needs: 'space.what-if',
      nav: true,
      load: () => import('./screens/what-if-page.tsx'),
    },
  ],
  help: () => import('./help.ts'),
});
