import { LedgerPage } from '@opengoa/web-kit';
import { KitName } from './kit-names.tsx';

/** 历史试算: kept, so that one can be held against another. */
export default function TrialList() {
  return (
    <LedgerPage
      list="risk-centre.trials"
      searchBy={['kit', 'state']}
      tones={{ state: { waiting: 'busy', running: 'busy', done: 'done', cancelled: 'plain', 'too-much': 'check' } }}
      cells={{ kit: ({ kit }) => <KitName kit={String(kit)} /> }}
      opens="page"
      empty={{
        title: { zh: '还没有试算', en: 'Nothing was tried yet' },
        todo: {
          zh: '在规则登记册打开一条规则，按“历史试算”。',
          en: 'Open a kit in the register and press “Try on history”.',
        },
      }}
    />
  );
}
