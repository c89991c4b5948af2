import { words } from '@opengoa/kernel/words';
import { type Answer, day, EMPTY, money, Pairs, Section, StatusTag, TableBox, useWords } from '@opengoa/web-kit';
import { dimensions } from '../words.zh.ts';

type Contract = Answer<'space.service-contract'>;
type Terms = Pick<Contract['editions'][number], 'to' | 'annualFeeFen' | 'buildings' | 'dimensions' | 'energyTargets'>;

/** 各版约定: what held from when to when, by which paper and signed by whom; and what waits to be signed beside what stands. */
export function ContractEditions({ of: it }: { readonly of: Contract }) {
  const { w, language } = useWords();
  const told = useTold();
  const newest = it.editions.at(-1);
  return (
    <>
      {it.proposed && newest && (
        <Section title={words('等待审批的变更', 'An amendment waits')}>
          <Pairs
            pairs={[
              { term: words('补充协议', 'Agreement'), value: it.proposed.paper },
              { term: words('生效日期', 'From'), value: day(it.proposed.from, language) },
              { term: words('变更原因', 'Why'), value: it.proposed.why, wide: true },
              { term: words('提出', 'Proposed by'), value: it.proposed.askedName },
              ...told.changes(newest, it.proposed).map((each) => ({ ...each, wide: true })),
            ]}
          />
        </Section>
      )}
      <Section>
        <TableBox title={w(words('各版约定', 'Editions of the terms'))}>
          <table className="k-table k-table-wrap">
            <thead>
              <tr>
                {[
                  words('版本', 'Edition'),
                  words('执行期间', 'Held'),
                  words('依据', 'By'),
                  words('年费', 'Annual fee'),
                  words('变更内容', 'What changed'),
                  words('原因', 'Why'),
                  words('签订', 'Signed'),
                ].map((title) => (
                  <th scope="col" key={title.zh}>
                    {w(title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {it.editions.toReversed().map((each) => (
                <tr key={each.edition}>
                  <td>
                    {each.edition} {each.current && <StatusTag tone="done">{w(words('现行', 'Holds'))}</StatusTag>}
                  </td>
                  <td>
                    {each.last < each.first
                      ? w(words('未执行', 'Never held'))
                      : `${day(each.first, language)} – ${day(each.last, language)}`}
                  </td>
                  <td>
                    {each.edition === 1 ? w(words(`原合同 ${each.paper}`, `Contract ${each.paper}`)) : each.paper}
                  </td>
                  <td>{money(each.annualFeeFen)}</td>
                  <td>{told.change(it.editions[each.edition - 2], each)}</td>
                  <td>{each.why || EMPTY}</td>
                  <td>
                    {each.signedName ?? EMPTY} {each.signedOn && day(each.signedOn, language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
        <p className="k-faint">
          {w(
            words(
              '费用和考评按当天、当月执行的版本计算；已办结的月份不再变动。',
              'Fees and checks go by the edition of their day and month; what is settled stays.',
            ),
          )}
        </p>
      </Section>
    </>
  );
}

function useTold() {
  const { w, language } = useWords();
  const and = w(words('、', ', '));
  const buildings = ({ buildings: served }: Terms) => served.map(({ name }) => name);
  const covered = ({ dimensions: served }: Terms) => served.map((each) => w(dimensions[each]));
  /** What comes and what goes; the rest stays. */
  const sets = (was: string[], becomes: string[]) =>
    [
      { word: words('增加', 'added'), items: becomes.filter((each) => !was.includes(each)) },
      { word: words('减少', 'left out'), items: was.filter((each) => !becomes.includes(each)) },
    ].flatMap(({ word, items }) => (items.length > 0 ? [`${w(word)} ${items.join(and)}`] : []));
  const moved = (was: string, becomes: string) => (was === becomes ? [] : [`${was} → ${becomes}`]);
  const changes = (was: Terms, becomes: Terms) =>
    [
      { term: words('年费', 'Annual fee'), parts: moved(money(was.annualFeeFen), money(becomes.annualFeeFen)) },
      { term: words('房屋', 'Buildings'), parts: sets(buildings(was), buildings(becomes)) },
      { term: words('服务项目', 'What is served'), parts: sets(covered(was), covered(becomes)) },
      { term: words('合同结束', 'Ends'), parts: moved(day(was.to, language), day(becomes.to, language)) },
      {
        term: words('节能管理目标', 'Energy targets'),
        parts: moved(was.energyTargets || EMPTY, becomes.energyTargets || EMPTY),
      },
    ].flatMap(({ term, parts }) => (parts.length > 0 ? [{ term, value: parts.join(w(words('；', '; '))) }] : []));
  return {
    changes,
    change: (was: Terms | undefined, becomes: Terms) =>
      was === undefined
        ? `${buildings(becomes).join(and)}${w(words('；', '; '))}${covered(becomes).join(and)}`
        : changes(was, becomes)
            .map(({ term, value }) => `${w(term)}${w(words('：', ': '))}${value}`)
            .join(w(words('；', '; '))),
  };
}
