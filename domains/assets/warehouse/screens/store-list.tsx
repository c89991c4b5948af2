import { LedgerPage } from '@opengoa/web-kit';
import { storeTones } from './tones.ts';

/** 公物仓设置. */
export default function StoreList() {
  return (
    <LedgerPage
      list="assets.stores"
      searchBy={['kind', 'state', 'unit_id']}
      tones={{ state: storeTones }}
      empty={{
        title: { zh: '还没有公物仓', en: 'No stores yet' },
        todo: {
          zh: '点“设立公物仓”。物品留在原处的选虚拟仓。',
          en: 'Press “Set up a store”. Where things stay in their places choose a virtual one.',
        },
      }}
    />
  );
}
