import {
  type Answer,
  day,
  EmptyState,
  Go,
  money,
  Page,
  Section,
  Shown,
  TableBox,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { words } from '@opengoa/kernel/words';
import { leaseKinds } from '../words.zh.ts';

/** 逾期租金: income not yet in the treasury, and rent not yet paid. */
export default function RentsDue() {
  const known = useRead('space.rents-due', {});
  return (
    <Page
      title={words('逾期租金', 'Rents overdue')}
      about={words(
        '到期未登记缴库的出租收入，和到期未付的租用租金。',
        'Income past its day that is not in the treasury, and rent past its day that is not paid.',
      )}
    >
      <Shown known={known} lines={8}>
        {(it) => <Rows of={it} />}
      </Shown>
    </Page>
  );
}

function Rows({ of: it }: { readonly of: Answer<'space.rents-due'> }) {
  const { w, language } = useWords();
  if (it.rows.length === 0) return <EmptyState icon="check" title={words('没有逾期租金', 'Nothing is overdue')} />;
  return (
    <Section
      title={w(
        words(
          `共 ${it.rows.length} 份，逾期 ${money(it.overdueFen)}`,
          `${it.rows.length} leases, ${money(it.overdueFen)} overdue`,
        ),
      )}
    >
      <TableBox title={w(words('应收租金', 'Rents due'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('对方', 'Other party'))}</th>
              <th>{w(words('类型', 'Kind'))}</th>
              <th>{w(words('单位', 'Unit'))}</th>
              <th>{w(words('房间或房屋', 'Rooms'))}</th>
              <th>{w(words('应缴（付）', 'Due'))}</th>
              <th>{w(words('已缴（付）', 'Paid'))}</th>
              <th>{w(words('逾期', 'Overdue'))}</th>
              <th>{w(words('自', 'Since'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Go className="k-link" to={`/space/leases/${row.id}`}>
                    {row.party}
                  </Go>
                </td>
                <td>{w(leaseKinds[row.kind])}</td>
                <td>{row.unitName}</td>
                <td>{row.rooms}</td>
                <td>{money(row.dueFen)}</td>
                <td>{money(row.paidFen)}</td>
                <td className="k-late">{money(row.overdueFen)}</td>
                <td>{day(row.overdueSince, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
