import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { transferActs, transferPages } from './screens/transfer-room.ts';
import { transferFactWords } from './words.zh.ts';

export const delivery = webPart({
  group: words('公物仓', 'Warehouse'),
  pages: transferPages,
  acts: transferActs,
  opens: { 'assets.transfer': '/assets/transfers/{id}' },
  facts: { ...transferFactWords, 'assets.transfer': words('调拨单', 'Transfer') },
  help: () => import('./help.ts'),
});
