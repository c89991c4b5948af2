import { LedgerPage } from '@opengoa/web-kit';

/** 存疑读数: kept apart from totals until somebody decides. */
export default function DoubtList() {
  return (
    <LedgerPage
      list="energy.doubts"
      searchBy={['rule', 'meter', 'from_at']}
      empty={{
        title: { zh: '没有存疑读数', en: 'No doubts' },
        todo: {
          zh: '自相矛盾的读数会列在这里,处理前不计入合计。',
          en: 'Readings that contradict themselves stand here and are in no total until decided.',
        },
      }}
    />
  );
}
