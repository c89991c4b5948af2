import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { matchActs, matchPages } from './screens/match-room.ts';
import { matchFactWords } from './words.zh.ts';

export const matches = webPart({
  group: words('公物仓', 'Warehouse'),
  pages: matchPages,
  acts: matchActs,
  opens: {
    'assets.demand': '/assets/demands/{id}',
    'assets.match': '/assets/matches/{id}',
    'assets.pool-plan': '/assets/pool-plans/{id}',
  },
  facts: {
    ...matchFactWords,
    'assets.demand': words('需求', 'Demand'),
    'assets.match': words('匹配', 'Match'),
    'assets.pool-plan': words('撮合方案', 'Plan'),
  },
  help: () => import('./help.ts'),
});
