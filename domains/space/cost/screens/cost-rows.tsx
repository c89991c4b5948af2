import { words } from '@opengoa/kernel/words';
import { day, Go, money, number, Section, TableBox, useWords } from '@opengoa/web-kit';
import { costBearers } from '../words.zh.ts';
import type { Cost } from './cost-source.tsx';

/** What a figure is made of: rooms over the days on which one had them. The last line is the figure. */
export function CostRows({ rows, year }: { readonly rows: NonNullable<Cost['rows']>; readonly year: number }) {
  const { w, language } = useWords();
  const days = rows.reduce((sum, each) => sum + each.days, 0);
  const known = rows.filter(({ costFen }) => costFen !== null);
  const unknown = words('资料不足', 'Not known');
  return (
    <Section title={w(words(`明细（${rows.length} 条）`, `What it is made of (${rows.length})`))}>
      <p>
        <Go className="k-link" to={`/space/cost?year=${year}`}>
          {w(words('收起明细', 'Close'))}
        </Go>
      </p>
      <TableBox title={w(words('明细', 'What it is made of'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{w(words('房间', 'Room'))}</th>
              <th scope="col">{w(words('承担', 'Borne by'))}</th>
              <th scope="col">{w(words('自', 'From'))}</th>
              <th scope="col">{w(words('至', 'To'))}</th>
              <th scope="col" className="k-amount">
                {w(words('天数', 'Days'))}
              </th>
              <th scope="col" className="k-amount">
                {w(words('面积 (㎡)', 'Usable (㎡)'))}
              </th>
              <th scope="col" className="k-amount">
                {w(words('成本', 'Cost'))}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.room} ${row.from}`}>
                <th scope="row">
                  <Go className="k-link" to={`/space/rooms/${row.room}`}>
                    {row.name}
                  </Go>
                </th>
                <td>{row.bearer === 'unit' ? row.unitName : w(costBearers[row.bearer])}</td>
                <td>{day(row.from, language)}</td>
                <td>{day(row.to, language)}</td>
                <td className="k-amount">{row.days}</td>
                <td className="k-amount">{number(row.areaM2)}</td>
                <td className="k-amount">{row.costFen === null ? w(unknown) : money(row.costFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{w(words('合计', 'Together'))}</th>
              <td />
              <td />
              <td />
              <td className="k-amount">{number(days)}</td>
              <td />
              <td className="k-amount">
                {known.length === 0 ? w(unknown) : money(known.reduce((sum, { costFen }) => sum + costFen!, 0))}
              </td>
            </tr>
          </tfoot>
        </table>
      </TableBox>
    </Section>
  );
}
