import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { reportActs } from './screens/report-acts.ts';
import { reportFactWords } from './words.zh.ts';

export const reports = webPart({
  group: words('核定与申请', 'Quota'),
  pages: [
    {
      path: '/space/reports',
      title: words('统计报告', 'Yearly reports'),
      needs: 'space.reports',
      nav: true,
      load: () => import('./screens/report-list.tsx'),
    },
    {
      path: '/space/reports/{id}',
      title: words('统计报告', 'Yearly report'),
      needs: 'space.report',
      load: () => import('./screens/report-page.tsx'),
    },
  ],
  acts: reportActs,
  opens: { 'space.report': '/space/reports/{id}' },
  facts: { ...reportFactWords, 'space.report': words('统计报告', 'Yearly report') },
  help: () => import('./help.ts'),
});
