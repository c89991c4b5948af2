import {
  type Answer,
  area,
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
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { words } from '@opengoa/kernel/words';
import { leaseKinds, leaseStates, rentPeriods } from '../words.zh.ts';

type Lease = Answer<'space.lease'>;

/** 租借: its terms, what is owed period by period, and what was paid. */
export default function LeasePage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.lease', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

const tones = { proposed: 'busy', 'in-force': 'done', refused: 'refused', ended: 'plain' } as const;

function Loaded({ of: it }: { readonly of: Lease }) {
  const { w, language } = useWords();
  const period = `${it.from} – ${it.endedOn ?? it.to}`;
  const told = (value: number, formula: { zh: string; en: string }, tab: string) => (
    <Figure source={{ value: value / 100, unit: '元', period, formula, rows: `/space/leases/${it.id}?tab=${tab}` }}>
      {money(value)}
    </Figure>
  );
  return (
    <ThingPage
      id={it.id}
      title={`${w(leaseKinds[it.kind])} · ${it.party}`}
      status={{ tone: tones[it.state], words: leaseStates[it.state] }}
      summary={`${it.unitName} · ${it.kind === 'rented-in' ? it.premises : it.rooms.map(({ name }) => name).join('、')} · ${area(it.areaM2)}`}
      may={it.may}
      object={it}
      figures={
        it.kind === 'lent-out'
          ? []
          : [
              {
                title: words('应缴（付）', 'Due'),
                value: told(
                  it.dueFen,
                  words('已开始各期租金之和', 'the rent of periods that have begun'),
                  'instalments',
                ),
              },
              {
                title: words('已缴（付）', 'Paid'),
                value: told(it.paidFen, words('登记的租金之和，冲销除外', 'what was recorded and not struck'), 'rents'),
              },
              {
                title: words('逾期', 'Overdue'),
                value: told(
                  it.overdueFen,
                  words('过了应缴日仍未登记的部分', 'what is past its day and not recorded'),
                  'instalments',
                ),
                ...(it.overdueSince ? { note: day(it.overdueSince, language) } : {}),
              },
            ]
      }
      tabs={[
        { key: 'terms', title: words('约定', 'Terms'), content: <Terms of={it} /> },
        {
          key: 'instalments',
          title: words('各期应缴', 'Instalments'),
          count: it.instalments.length,
          content: <Instalments of={it} />,
        },
        {
          key: 'rents',
          title: words('收付记录', 'Paid'),
          content: <Ledger list="space.rents" fixed={{ lease_id: { is: it.id } }} inside bare />,
        },
      ]}
    />
  );
}

/** Who gets what till when, by which paper; beside what is rented in, the own vacant rooms. */
export function Terms({ of: it }: { readonly of: Lease }) {
  const { w, language } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          { term: words('用途', 'Purpose'), value: it.purpose },
          { term: words('期限', 'Period'), value: `${day(it.from, language)} – ${day(it.to, language)}` },
          {
            term: words('租金', 'Rent'),
            value: it.rentFen === 0 ? w(words('不收', 'None')) : `${money(it.rentFen)} ${w(rentPeriods[it.every])}`,
          },
          { term: words('批准文号', 'Paper'), value: it.paper },
          { term: words('提出', 'Proposed by'), value: it.askedName },
          ...(it.decidedName ? [{ term: words('审批', 'Decided by'), value: `${it.decidedName} ${it.said}` }] : []),
          ...(it.endedOn ? [{ term: words('终止', 'Ended'), value: day(it.endedOn, language) }] : []),
          {
            term: words('房间', 'Rooms'),
            wide: true,
            value:
              it.rooms.length === 0
                ? it.premises
                : it.rooms.map(({ id, name, areaM2 }) => (
                    <span key={id}>
                      <Go className="k-link" to={`/space/rooms/${id}`}>
                        {name}
                      </Go>{' '}
                      {area(areaM2)}{' '}
                    </span>
                  )),
          },
        ]}
      />
      {it.vacantM2 !== null && it.vacantM2 > 0 && (
        <p className="k-about">
          {w(
            words(
              `本地区同期有闲置用房 ${area(it.vacantM2)}，租用前请先核对能否调剂。`,
              `${area(it.vacantM2)} of rooms stand vacant in the same region: check first whether they would do.`,
            ),
          )}{' '}
          <Go className="k-link" to="/space/rooms?f.state=vacant">
            {w(words('查看闲置房间', 'See them'))}
          </Go>
        </p>
      )}
    </Section>
  );
}

function Instalments({ of: it }: { readonly of: Lease }) {
  const { w, language } = useWords();
  if (it.instalments.length === 0)
    return (
      <Section>
        <p className="k-faint">{w(words('还没有到期的租金。', 'Nothing is due yet.'))}</p>
      </Section>
    );
  return (
    <Section>
      <TableBox title={w(words('租金', 'Rents'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(words('租期', 'Period'))}</th>
              <th>{w(words('应缴日', 'Due by'))}</th>
              <th>{w(words('应缴（付）', 'Due'))}</th>
              <th>{w(words('已缴（付）', 'Paid'))}</th>
              <th>{w(words('逾期天数', 'Days late'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.instalments.map((each) => (
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
