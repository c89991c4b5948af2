import { words } from '@opengoa/kernel/words';
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

/** 应缴住房租金: past its day and not recorded. */
export default function HomeRentsDue() {
  const { w } = useWords();
  const known = useRead('space.home-rents-due', {});
  return (
    <Page
      title={words('应缴未缴租金', 'Rents due')}
      about={words('过了应缴日仍未登记的住房租金。', 'Rent of homes that is past its day and not recorded.')}
      acts={
        <Go className="k-button" to="/space/home-rents">
          {w(words('缴纳记录', 'What was paid'))}
        </Go>
      }
    >
      <Shown known={known} lines={8}>
        {(it) => <Rows of={it} />}
      </Shown>
    </Page>
  );
}

function Rows({ of: it }: { readonly of: Answer<'space.home-rents-due'> }) {
  const { w, language } = useWords();
  if (it.rows.length === 0)
    return (
      <EmptyState
        icon="check"
        title={words('没有应缴未缴的租金', 'Nothing is due')}
        todo={words(
          '过了应缴日仍未登记的租金会列在这里；登记请打开“入住登记”中的那一户。',
          'What is past its day stands here; record what is paid on the stay.',
        )}
      />
    );
  return (
    <Section
      title={w(
        words(`共 ${it.rows.length} 户，${money(it.overdueFen)}`, `${it.rows.length} stays, ${money(it.overdueFen)}`),
      )}
    >
      <TableBox title={w(words('应缴未缴租金', 'Rents due'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('住房', 'Home'))}</th>
              <th>{w(words('入住人', 'Who lives there'))}</th>
              <th>{w(words('工作单位', 'Serves at'))}</th>
              <th>{w(words('应缴', 'Due'))}</th>
              <th>{w(words('已缴', 'Paid'))}</th>
              <th>{w(words('欠缴', 'Not recorded'))}</th>
              <th>{w(words('自', 'Since'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Go className="k-link" to={`/space/stays/${row.id}?tab=months`}>
                    {row.homeName}
                  </Go>
                </td>
                <td>{row.personName}</td>
                <td>{row.unitName}</td>
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
