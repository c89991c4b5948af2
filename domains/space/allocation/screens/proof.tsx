import { words } from '@opengoa/kernel/words';
import { number, Pairs, percent, Section, useWords } from '@opengoa/web-kit';
import type { Allocation } from './allocation-type.ts';

/** What the plan does not keep and why, what it costs by its parts, and how sure it is. */
export function Proof({ of: it }: { readonly of: Allocation }) {
  const { w } = useWords();
  const { found, plan, today } = it;
  const both = (part: keyof typeof today) => `${number(today[part], 1)}${plan ? ` → ${number(plan[part], 1)}` : ''}`;
  return (
    <>
      <Section title={words('没有满足的要求', 'What is not kept')}>
        {it.broken.length === 0 && <p className="k-faint">{w(words('全部满足。', 'All is kept.'))}</p>}
        <ul>
          {it.broken.map((each) => (
            <li key={`${each.rule} ${each.unit} ${each.room}`}>{w(each.words)}</li>
          ))}
        </ul>
      </Section>
      {found && found.lacks.length > 0 && (
        <Section title={words('为什么做不到', 'Why it cannot be')}>
          <ul>
            {found.lacks.map((lack) => (
              <li key={lack.unit}>{w(lack.words)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words('方案怎样评分', 'How a plan is reckoned')}>
        <p className="k-help">
          {w(
            words(
              '每一项都折合成平方米后相加，左边是现状、右边是方案，合计越小越好；好处记为负数。',
              'Each part is turned into square metres’ worth and summed: today on the left, the plan on the right, less is better; a benefit counts below zero.',
            ),
          )}
        </p>
        <Pairs
          pairs={[
            { term: words('占用面积', 'Area used'), value: `${both('usedM2')} ㎡` },
            { term: words('不够或超上限', 'Short or above the cap'), value: both('lacking') },
            { term: words('分散在多层', 'Spread over floors'), value: both('floors') },
            { term: words('搬动', 'Moves'), value: both('moves') },
            { term: words('想同楼而未同楼', 'Not near as wished'), value: both('apart') },
            { term: words('整层腾空的好处', 'Floors that stand empty'), value: both('emptyFloors') },
            { term: words('合计（折合平方米，越小越好）', 'Sum, in square metres’ worth'), value: both('sum') },
          ]}
        />
      </Section>
      {found && (
        <Section title={words('求解情况', 'The search')}>
          <p className="k-help">
            {w(
              words(
                '“最多还差”是已经证明的界限：再好的方案，合计也不会比这个方案低过这个比例；不是误差。差到 0.02% 以内视为没有更好的方案。',
                '“At most” is proved: no plan’s sum can be lower than this one’s by more than that share. It is no error. Within 0.02% it counts as the best.',
              ),
            )}
          </p>
          <Pairs
            pairs={[
              {
                term: words('离理论最优最多还差', 'At most from the best there can be'),
                value:
                  found.gap === null
                    ? w(words('限时内未能证明', 'not proved in the time'))
                    : found.gap <= 0.0002
                      ? w(words('已证明没有更好的方案', 'proved to be the best'))
                      : w(words(`不超过 ${percent(found.gap)}`, `at most ${percent(found.gap)}`)),
              },
              {
                term: words('证明方式', 'How it is proved'),
                value: found.byFloors
                  ? w(
                      words(
                        '按楼层放宽的界限：面积可任意分割时也不会更好',
                        'a bound by floors, whose areas may be cut anywhere',
                      ),
                    )
                  : w(words('逐间求解', 'room by room')),
              },
              { term: words('用时', 'Time'), value: `${number(found.seconds, 1)} s` },
              {
                term: words('同单位集中的代价', 'Price of keeping units together'),
                value: found.compactness === null ? '—' : `${number(found.compactness, 1)} ㎡`,
              },
              { term: words('整层腾空', 'Floors emptied'), value: it.emptied.join('、') || '—', wide: true },
              {
                term: words('未能同楼', 'Not near'),
                value: it.apart.map(({ unit, other }) => `${unit} – ${other}`).join('、') || '—',
                wide: true,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
