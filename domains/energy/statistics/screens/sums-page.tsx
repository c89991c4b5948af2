import { words as fact } from '@opengoa/kernel/words';
import {
  type Answer,
  Go,
  number,
  Page,
  Pairs,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  TableBox,
  useRead,
  useWay,
  useWords,
  withQuery,
  yuan,
} from '@opengoa/web-kit';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { formLines, formMeasures } from '../words.zh.ts';
import './statement.css';

type Sums = Answer<'energy.statement-sums'>;
/** 逐级汇总: what was submitted for a month or a stretch of them, by what lies right below a unit; a row opens the next level. */
export default function SumsPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const today = shanghaiParts(opened)?.day ?? '';
  const to = query['to'] ?? monthBefore(today.slice(0, 7));
  const from = query['from'] ?? to;
  const of = query['unit'] === undefined ? {} : { unit: query['unit'] };
  const known = useRead('energy.statement-sums', { ...of, from, to }, { keep: true });
  const go = (more: Record<string, string>) => way.go(withQuery(way, { ...of, from, to, ...more }), { replace: true });
  const months = monthsBack(monthBefore(today.slice(0, 7)), 120);
  const picker = (value: string, label: { zh: string; en: string }, key: 'from' | 'to') => (
    <Select
      aria-label={w(label)}
      showSearch
      value={value}
      onChange={(month: string) =>
        go(
          key === 'from'
            ? { from: month, to: month > to ? month : to }
            : { to: month, from: month < from ? month : from },
        )
      }
      options={months.map((month) => ({ value: month, label: month }))}
    />
  );
  return (
    <Page
      title={fact('统计月报汇总', 'Statements summed up')}
      about={fact(
        '只汇总已报送的月报；合计等于各行之和。人数、面积不跨月相加，不在此列。',
        'Only what was submitted; the total is the sum of its rows. People and areas are not added up over months.',
      )}
      acts={
        <>
          {picker(from, fact('自', 'From'), 'from')} {picker(to, fact('至', 'To'), 'to')}{' '}
          <Button onClick={() => go({ from: `${to.slice(0, 4)}-01`, to: `${to.slice(0, 4)}-12` })}>
            {w({ zh: `${to.slice(0, 4)} 全年`, en: `All ${to.slice(0, 4)}` })}
          </Button>{' '}
          <a
            className="k-link"
            href={`/api/reads/energy.statement-sums.xlsx?${new URLSearchParams({ ...of, from, to }).toString()}`}
            download
          >
            {w(fact('下载汇总表', 'Download'))}
          </a>
        </>
      }
    >
      <Shown known={known} lines={10}>
        {(it) => <Loaded sums={it} />}
      </Shown>
    </Page>
  );
}

function Loaded({ sums: it }: { readonly sums: Sums }) {
  const { w } = useWords();
  const shownLines = it.lines.filter(({ line }) => it.total.sums.some((sum) => sum.line === line && sum.value !== 0));
  const valueOf = (sums: Sums['total']['sums'], line: string, field: string) =>
    sums.find((sum) => sum.line === line && sum.field === field)?.value ?? 0;
  const costOf = (sums: Sums['total']['sums']) =>
    sums.filter(({ field }) => field === 'cost').reduce((all, { value }) => all + value, 0);
  return (
    <Section title={{ zh: `${it.unitName} ${it.from} — ${it.to}`, en: `${it.unitName} ${it.from} — ${it.to}` }}>
      <Pairs
        pairs={[
          { term: fact('应报', 'Expected'), value: number(it.total.expected) },
          { term: fact('已报送', 'Submitted'), value: number(it.total.submitted) },
          { term: fact('已审核', 'Accepted'), value: number(it.total.accepted) },
          { term: fact('未生成', 'Not opened'), value: number(Math.max(0, it.total.expected - it.total.opened)) },
          { term: fact('逾期', 'Late'), value: number(it.total.late) },
        ]}
      />
      {it.rows.length === 0 ? (
        <p className="k-faint">{w(fact('没有登记用能建筑的单位。', 'No unit here has a building on register.'))}</p>
      ) : (
        <TableBox title={w(fact('汇总', 'Sums'))}>
          <table className="e-form">
            <thead>
              <tr>
                <th scope="col">{w(fact('单位', 'Unit'))}</th>
                <th scope="col" className="e-form-number">
                  {w(fact('已报/应报', 'Submitted / expected'))}
                </th>
                {shownLines.map(({ line, measure }) => (
                  <th key={line} scope="col" className="e-form-number">
                    {w(formLines[line] ?? { zh: line, en: line })}{' '}
                    <span className="k-faint">{w(formMeasures[measure] ?? { zh: measure, en: measure })}</span>
                  </th>
                ))}
                <th scope="col" className="e-form-number">
                  {w(fact('费用（元）', 'Cost (CNY)'))}
                </th>
              </tr>
            </thead>
            <tbody>
              {it.rows.map((row) => (
                <tr key={`${row.unit} ${row.own}`}>
                  <th scope="row">
                    {row.own || row.kind === 'institution' ? (
                      row.name
                    ) : (
                      <Go className="k-link" to={rowsOf(row, it)}>
                        {row.name}
                      </Go>
                    )}
                  </th>
                  <td className="e-form-number">
                    <Go className="k-link" to={rowsOf(row, it)}>
                      {number(row.submitted)} / {number(row.expected)}
                    </Go>
                  </td>
                  {shownLines.map(({ line }) => (
                    <td key={line} className="e-form-number">
                      <Go className="k-link" to={rowsOf(row, it)}>
                        {number(valueOf(row.sums, line, 'amount'))}
                      </Go>
                    </td>
                  ))}
                  <td className="e-form-number">
                    <Go className="k-link" to={rowsOf(row, it)}>
                      {yuan(costOf(row.sums))}
                    </Go>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{w(fact('合计', 'Total'))}</th>
                <td className="e-form-number">
                  {number(it.total.submitted)} / {number(it.total.expected)}
                </td>
                {shownLines.map(({ line }) => (
                  <td key={line} className="e-form-number">
                    {number(valueOf(it.total.sums, line, 'amount'))}
                  </td>
                ))}
                <td className="e-form-number">{yuan(costOf(it.total.sums))}</td>
              </tr>
            </tfoot>
          </table>
        </TableBox>
      )}
    </Section>
  );
}

/** What a row is made of: the units right below, or the statements of the one institution that count. */
const rowsOf = ({ unit, own, kind }: Sums['rows'][number], { from, to }: Pick<Sums, 'from' | 'to'>): string =>
  own || kind === 'institution'
    ? `/energy/statements?f.unit_id=${unit}&f.state=submitted,accepted&f.month.from=${from}-01&f.month.to=${to}-01`
    : `/energy/statement-sums?unit=${unit}&from=${from}&to=${to}`;

const monthBefore = (month: string): string => {
  const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
};
const monthsBack = (from: string, count: number): string[] => {
  const all = [from];
  while (all.length < count) all.push(monthBefore(all.at(-1)!));
  return all;
};
