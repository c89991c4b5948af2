import { words } from '@opengoa/kernel/words';
import { field, webPart } from '@opengoa/web-kit/room';
import { idleFacts } from './words.zh.ts';

const thisCard = ({ id }: Readonly<Record<string, unknown>>) => ({ card: id });

export const idle = webPart({
  group: { zh: '盘点与核对', en: 'Stocktaking' },
  pages: [
    {
      path: '/assets/idle',
      title: words('疑似闲置', 'Looks idle'),
      needs: 'assets.idle',
      nav: true,
      load: () => import('./screens/idle-list.tsx'),
    },
    {
      path: '/assets/not-seen-since',
      title: words('久未见到', 'Not seen for long'),
      needs: 'assets.not-seen-since',
      nav: true,
      load: () => import('./screens/not-seen-list.tsx'),
    },
    {
      path: '/assets/use-signs',
      title: words('使用迹象', 'Signs of use'),
      needs: 'assets.use-signs',
      nav: true,
      load: () => import('./screens/use-sign-list.tsx'),
    },
  ],
  acts: {
    'assets.mark-idle': {
      title: words('认定闲置', 'Mark as idle'),
      confirm: words('认定闲置后可申请入公物仓，供其他单位调剂。', 'It may then be offered to the warehouse.'),
      input: thisCard,
    },
    'assets.answer-idle': {
      title: words('说明在用', 'In use because …'),
      input: thisCard,
      fields: [field('why', '在用的情况', 'Why', 'text', { maxLength: 300 })],
    },
  },
  facts: idleFacts,
  help: () => import('./help.ts'),
});
