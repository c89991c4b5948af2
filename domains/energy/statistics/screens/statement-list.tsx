import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 能源资源消费统计月报. */
export default function StatementList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="energy.statements"
      acts={
        <>
          <Go className="k-link" to="/energy/statement-sums">
            {w({ zh: '逐级汇总', en: 'Sums' })}
          </Go>{' '}
        </>
      }
      searchBy={['state', 'late', 'unit_id', 'month']}
      tones={{ state: { draft: 'busy', submitted: 'check', returned: 'refused', accepted: 'done' } }}
      cells={{ month: (row) => String(row['month'] ?? '').slice(0, 7) }}
      empty={{
        title: { zh: '还没有统计月报', en: 'No statements yet' },
        todo: {
          zh: '每月初自动生成上月月报；也可点“生成月报”补生成。',
          en: 'Last month’s is opened by itself; earlier ones with “Open a statement”.',
        },
      }}
    />
  );
}
