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
    {
      path: '/me/notices',
      title: { zh: '通知', en: 'Notices' },
      under: '/me',
      load: () => import('../me/notices.tsx'),
    },
    {
      path: '/me/leave',
      title: { zh: '请假与代理', en: 'Leave and stand-ins' },
      under: '/me',
      load: () => import('../me/leave.tsx'),
    },
    { path: '/help', title: { zh: '帮助', en: 'Help' }, load: () => import('../help/help.tsx') },
    {
      path: '/imports',
      title: { zh: '导入记录', en: 'History of imports' },
      needs: 'kernel.imports',
      load: () => import('../import/import-history.tsx'),
    },
    {
      path: '/import/{room}/{kind}',
      title: { zh: '导入', en: 'Import' },
      load: () => import('../import/import-wizard.tsx'),
    },
  ],
  acts: {
    'kernel.end-stand-in': {
      title: { zh: '结束代理', en: 'End it' },
      input: (row) => ({ standIn: row.id }),
      confirm: { zh: '今天起由本人办理，代理人不再有您的权限。', en: 'From today you act yourself again.' },
    },
  },
});
