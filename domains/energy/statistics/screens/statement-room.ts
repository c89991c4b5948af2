import type { DoorName } from '@opengoa/web-kit/room';
import { statementFactWords } from '../words.zh.ts';
import { statementActs } from './statement-acts.ts';

/** What the statistics form adds to the room's pages. */
export const statementPages = [
  {
    path: '/energy/statements',
    title: { zh: '统计月报', en: 'Statements' },
    needs: 'energy.statements' as DoorName,
    nav: true,
    load: () => import('./statement-list.tsx'),
  },
  {
    path: '/energy/statements/{id}',
    title: { zh: '统计月报', en: 'Statement' },
    needs: 'energy.statement' as DoorName,
    load: () => import('./statement-page.tsx'),
  },
  {
    path: '/energy/statement-sums',
    title: { zh: '统计月报汇总', en: 'Statements summed up' },
    needs: 'energy.statement-sums' as DoorName,
    under: '/energy/statements',
    load: () => import('./sums-page.tsx'),
  },
];

export { statementActs };
export const statementWords = { ...statementFactWords, 'energy.statement': { zh: '统计月报', en: 'Statement' } };
