import { words } from '@opengoa/kernel/words';
import { type CaseProps, money, Pairs, Section, Shown, useRead, useWords } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';
import { renovationKinds } from '../words.zh.ts';
import { Plan } from './renovation-page.tsx';

/** The works on the desk, complete enough to decide without leaving: what, where, at which cost, by which paper. */
export default function RenovationCase({ id }: CaseProps) {
  const known = useRead('space.renovation', { id });
  const { w } = useWords();
  return (
    <Shown known={known} lines={12}>
      {(it) => (
        <>
          <Section title={words(it.name, it.name)}>
            <Pairs
              pairs={[
                { term: words('单位', 'Unit'), value: it.unitName },
                { term: words('类型', 'Kind'), value: w(renovationKinds[it.kind]) },
                { term: words('申请预算', 'Budget'), value: money(it.budgetFen) },
                { term: words('已支出', 'Spent'), value: money(it.spentFen) },
              ]}
            />
          </Section>
          <Plan of={it} />
          <PapersOf id={it.id} title={words('资料', 'Papers')} />
        </>
      )}
    </Shown>
  );
}
