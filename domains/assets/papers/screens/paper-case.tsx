import { words } from '@opengoa/kernel/words';
import { type CaseProps, day, money, Pairs, Section, Shown, useRead, useWords } from '@opengoa/web-kit';
import { paperKinds } from '../words.zh.ts';

/** The paper on the desk, complete enough to decide without leaving. */
export default function PaperCase({ id }: CaseProps) {
  const known = useRead('assets.paper', { id });
  const { w, language } = useWords();
  return (
    <Shown known={known} lines={8}>
      {(it) => (
        <Section title={words(`${paperKinds[it.kind as 'issue']?.zh ?? ''} ${it.number}`, it.number)}>
          <Pairs
            pairs={[
              { term: words('单位', 'Unit'), value: it.unitName },
              { term: words('日期', 'Day'), value: day(it.day, language) },
              { term: words('项数', 'Cards'), value: String(it.cards) },
              { term: words('原值合计', 'Value'), value: money(it.valueFen) },
              ...(it.about.document ? [{ term: words('依据', 'By which paper'), value: it.about.document }] : []),
              {
                term: words('资产', 'Assets'),
                wide: true,
                value: it.lines
                  .slice(0, 20)
                  .map(({ name, number }) => `${name}（${number}）`)
                  .join(w(words('、', ', '))),
              },
            ]}
          />
        </Section>
      )}
    </Shown>
  );
}
