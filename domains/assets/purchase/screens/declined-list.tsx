import { LedgerPage } from '@opengoa/web-kit';

/** 未选用闲置资产. */
export default function DeclinedList() {
  return (
    <LedgerPage
      list="assets.declined"
      searchBy={['reason', 'followed', 'unit_id']}
      tones={{ followed: { agreed: 'done', 'look-again': 'check' } }}
      empty={{
        title: { zh: '没有未选用的闲置资产', en: 'Nothing was declined' },
        todo: {
          zh: '购置时没有选用闲置资产的，原因列在这里，由上级跟踪。',
          en: 'Where a plan does not take an idle thing its reason stands here and is followed up.',
        },
      }}
    />
  );
}
