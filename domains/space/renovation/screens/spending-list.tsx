import { LedgerPage } from '@opengoa/web-kit';

/** 维修支出. */
export default function SpendingList() {
  return (
    <LedgerPage
      list="space.spendings"
      searchBy={['building', 'kind', 'day']}
      empty={{
        title: { zh: '还没有维修支出', en: 'Nothing was spent yet' },
        todo: {
          zh: '打开一个施工中的维修项目，点“登记支出”。',
          en: 'Open works that are under way and record spending.',
        },
      }}
    />
  );
}
