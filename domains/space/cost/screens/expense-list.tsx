import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 用房费用. */
export default function ExpenseList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="space.expenses"
      searchBy={['building', 'kind', 'from_day']}
      acts={
        <Go className="k-link" to="/space/cost">
          {w({ zh: '用房成本', en: 'Cost of space' })}
        </Go>
      }
      empty={{
        title: { zh: '还没有用房费用', en: 'No expenses yet' },
        todo: {
          zh: '点“登记用房费用”，按票据登记物业费、供暖费、零星维修等。',
          en: 'Record what was paid by receipt: property service, heating, small repairs.',
        },
      }}
    />
  );
}
