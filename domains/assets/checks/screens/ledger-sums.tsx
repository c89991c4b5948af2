import { LedgerPage } from '@opengoa/web-kit';

/** 账面余额. */
export default function LedgerSums() {
  return (
    <LedgerPage
      list="assets.ledger-sums"
      searchBy={['month_end', 'class', 'unit_id']}

      empty={{
        title: { zh: '还没有账面余额', en: 'Nothing here yet' },
        todo: {
          zh: '从财务账按分类录入或导入月末余额，再点“核对”。',
          en: 'Enter or import the sums of the finance ledger at a month’s end, then reconcile.',
        },
      }}
    />
  );
}
