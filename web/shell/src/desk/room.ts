import { webRoom } from '@opengoa/web-kit/room';

/** What everybody has: the desk, messages, one's own sessions, help, imports. */
export const deskRoom = webRoom({
  name: 'desk',
  title: { zh: '我的', en: 'Mine' },
  icon: 'desk',
  order: 0,
  pages: [
    { path: '/', title: { zh: '我的待办', en: 'My desk' }, nav: true, load: () => import('./desk.tsx') },
    { path: '/messages', title: { zh: '消息', en: 'Messages' }, load: () => import('./messages.tsx') },
    { path: '/me', title: { zh: '我的登录', en: 'My sessions' }, load: () => import('../me/me.tsx') },
    { path: '/help', title: { zh: '帮助', en: 'Help' }, load: () => import('../help/help.tsx') },
    {
      path: '/import/{room}/{kind}',
      title: { zh: '导入', en: 'Import' },
      load: () => import('../import/import-wizard.tsx'),
    },
  ],
});
