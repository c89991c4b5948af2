import { LedgerPage } from '@opengoa/web-kit';
import { loanTones } from './tones.ts';

/** 公物仓借用: what we borrowed, and what others borrowed of us. */
export default function LoanList() {
  return (
    <LedgerPage
      list="assets.pool-loans"
      searchBy={['state', 'side', 'due_day', 'unit_id']}
      tones={{ state: loanTones }}
      opens="page"
      empty={{
        title: { zh: '没有借用', en: 'No loans' },
        todo: {
          zh: '在“公物仓共享物品”中预约，由保管单位借出。',
          en: 'Reserve a thing on the shelf; whoever keeps it lends it.',
        },
      }}
    />
  );
}
