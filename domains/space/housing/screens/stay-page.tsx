import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  day,
  Figure,
  Go,
  Ledger,
  money,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  ThingPage,
  useMay,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { stayStates } from '../words.zh.ts';
import { stayTones } from './tones.ts';

type Stay = Answer<'space.stay'>;

/** 入住: its term, the rent month by month, and what was paid. */
export default function StayPage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.stay', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={12}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Stay }) {
  const period = `${it.from} – ${it.outDay ?? it.to}`;
  const told = (value: number, formula: { zh: string; en: string }, tab: string) => (
    <Figure source={{ value: value / 100, unit: '元', period, formula, rows: `/space/stays/${it.id}?tab=${tab}` }}>
      {money(value)}
    </Figure>
  );
  return (
    <ThingPage
      id={it.id}
      title={`${it.homeName} · ${it.personName}`}
      status={
        it.isOver
          ? { tone: 'check', words: words('期满待核实', 'Term over, to be verified') }
          : { tone: stayTones[it.state], words: stayStates[it.state] }
      }
      summary={`${it.personUnitName} · ${it.from} – ${it.outDay ?? it.to}`}
      may={it.may}
      object={it}
      figures={
        it.rentFen === 0
          ? []
          : [
              {
                title: words('应缴', 'Due'),
                value: told(it.dueFen, words('已开始各月租金之和', 'the rent of months that have begun'), 'months'),
              },
              {
                title: words('已缴', 'Paid'),
                value: told(it.paidFen, words('登记的租金之和，冲销除外', 'what was recorded and not struck'), 'paid'),
              },
              {
                title: words('过应缴日未登记', 'Past its day'),
                value: told(
                  it.overdueFen,
                  words('过了应缴日仍未登记的部分', 'what is past its day and not recorded'),
                  'months',
                ),
              },
            ]
      }
      tabs={[
        { key: 'terms', title: words('约定', 'Terms'), content: <Terms of={it} /> },
        {
          key: 'months',
          title: words('各月租金', 'Months'),
          count: it.months.length,
          content: <Months of={it} />,
        },
        {
          key: 'paid',
          title: words('缴纳记录', 'Paid'),
          content: <Ledger list="space.home-rents" fixed={{ stay_id: { is: it.id } }} inside bare />,
        },
      ]}
    />
  );
}

function Terms({ of: it }: { readonly of: Stay }) {
  const { w, language } = useWords();
  const mayHome = useMay('space.home');
  return (
    <Section>
      <Pairs
        pairs={[
          {
            term: words('住房', 'Home'),
            value: mayHome ? (
              <Go className="k-link" to={`/space/homes/${it.home}`}>
                {it.homeName}
              </Go>
            ) : (
              it.homeName
            ),
          },
          { term: words('入住人', 'Who lives there'), value: it.personName },
          { term: words('工作单位', 'Serves at'), value: it.personUnitName },
          { term: words('使用期限', 'Term'), value: `${day(it.from, language)} – ${day(it.to, language)}` },
          {
            term: words('月租金', 'Rent a month'),
            value: it.rentFen === 0 ? w(words('不收', 'None')) : money(it.rentFen),
          },
          { term: words('依据文件', 'Paper'), value: it.paper || '—' },
          { term: words('管理单位', 'Kept by'), value: it.unitName },
          ...(it.outDay
            ? [
                { term: words('退出', 'Moved out'), value: day(it.outDay, language) },
                { term: words('交接情况', 'Handed over'), value: it.outNote, wide: true },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Months({ of: it }: { readonly of: Stay }) {
  const { w, language } = useWords();
  if (it.months.length === 0)
    return (
      <Section>
        <p className="k-faint">{w(words('没有应缴的租金。', 'Nothing is due.'))}</p>
      </Section>
    );
  return (
    <Section>
      <TableBox title={w(words('各月租金', 'Rent by month'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('月份', 'Month'))}</th>
              <th>{w(words('应缴日', 'Due by'))}</th>
              <th>{w(words('应缴', 'Due'))}</th>
              <th>{w(words('已缴', 'Paid'))}</th>
              <th>{w(words('过应缴日天数', 'Days past it'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.months.map((each) => (
              <tr key={each.from}>
                <td>
                  {each.from} – {each.to}
                </td>
                <td>{day(each.dueBy, language)}</td>
                <td>{money(each.amountFen)}</td>
                <td>{money(each.paidFen)}</td>
                <td className={each.lateDays > 0 ? 'k-late' : undefined}>{each.lateDays > 0 ? each.lateDays : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
