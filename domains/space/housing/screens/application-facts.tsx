import { words } from '@opengoa/kernel/words';
import { type Answer, day, Go, instant, Pairs, Section, useWords } from '@opengoa/web-kit';
import { homeReasons } from '../words.zh.ts';

/** What is asked, and what became of it: enough to decide by. */
export function ApplicationFacts({ of: it }: { readonly of: Answer<'space.home-application'> }) {
  const { w, language } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          { term: words('申请人', 'Asked by'), value: it.askerName },
          { term: words('单位', 'Unit'), value: it.unitName },
          { term: words('职务', 'Post'), value: it.post || '—' },
          { term: words('原因', 'Reason'), value: w(homeReasons[it.reason]) },
          { term: words('希望期限', 'Wanted'), value: `${day(it.from, language)} – ${day(it.to, language)}` },
          { term: words('申请时间', 'Asked at'), value: instant(it.askedAt, language) },
          ...(it.note === '' ? [] : [{ term: words('说明', 'Note'), value: it.note, wide: true }]),
          ...(it.decidedName ? [{ term: words('审批', 'Decided by'), value: `${it.decidedName} ${it.said}` }] : []),
          ...(it.homeName ? [{ term: words('住房', 'Home'), value: it.homeName }] : []),
          ...(it.stay
            ? [
                {
                  term: words('入住', 'Stay'),
                  value: (
                    <Go className="k-link" to={`/space/stays/${it.stay}`}>
                      {w(words('查看期限和租金', 'Term and rent'))}
                    </Go>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
