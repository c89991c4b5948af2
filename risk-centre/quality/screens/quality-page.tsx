import { words } from '@opengoa/kernel/words';
import {
  EmptyState,
  Go,
  Ledger,
  number,
  Page,
  Section,
  Shown,
  TableBox,
  useRead,
  useWords,
  type Answer,
} from '@opengoa/web-kit';
import { riskOfficeWords } from '../../risk-register/words.ts';
import { roomWords } from '../../screens/room-words.ts';
import { RowsTable } from '../../screens/rows-table.tsx';
import { checkWords, type RowCheck } from '../checks.ts';
import './quality.css';

type Quality = Answer<'risk-centre.quality'>;

/** A room of the program, or an office that has none yet. */
const officeWords = (office: string) =>
  (riskOfficeWords as Readonly<Record<string, ReturnType<typeof roomWords>>>)[office] ?? roomWords(office);

const rows = (filters: Readonly<Record<string, string>>): string =>
  `/risk/quality?${Object.entries(filters)
    .map(([name, value]) => `f.${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** 工作质量: the risk work itself, by office, unit and kit; each count opens its rows below. */
export default function QualityPage() {
  const known = useRead('risk-centre.quality', {});
  return (
    <Page
      title={words('工作质量', 'Quality of the risk work')}
      about={words(
        '核查的是工作和规则，不是人。点数字看是哪几项。',
        'Work and rules are looked at, never persons. A number opens its rows.',
      )}
    >
      <Shown known={known} lines={12}>
        {(it) => (
          <div className="rc-quality-page">
            <Counts it={it} />
            {it.kits !== null && <Kits looked={it.looked} kits={it.kits} days={it.days} />}
          </div>
        )}
      </Shown>
      <Section title={words('明细', 'Rows')}>
        <Ledger
          list="risk-centre.quality-rows"
          searchBy={['check', 'office', 'unit_id']}
          cells={{
            office: ({ office }) => <OfficeName office={String(office)} />,
            about: (row) => (
              <Go
                className="k-link"
                to={
                  row['finding_id']
                    ? `/risk/findings/${String(row['finding_id'])}`
                    : `/risk/register/${String(row['risk_id'])}`
                }
              >
                {String(row['about'])}
              </Go>
            ),
          }}
          empty={{
            title: words('没有需要核查的', 'Nothing to be looked at'),
            todo: words(
              '异常办结附了材料、整改没有逾期、风险接受没有到期时，这里是空的。',
              'Empty while findings are closed with papers, nothing is overdue and no acceptance has expired.',
            ),
          }}
        />
      </Section>
    </Page>
  );
}

function OfficeName({ office }: { readonly office: string }) {
  const { w } = useWords();
  return w(officeWords(office));
}

/** Checks by office, and the units that have most of them. */
function Counts({ it }: { readonly it: Quality }) {
  const { w } = useWords();
  const offices = [...new Set(it.offices.map(({ office }) => office))];
  const count = (check: RowCheck, office: string) =>
    it.offices.find((each) => each.check === check && each.office === office)?.n ?? 0;
  return (
    <Section title={words('异常和风险', 'Findings and risks')}>
      <TableBox title={w(words('异常和风险', 'Findings and risks'))} className="rc-table rc-quality">
        <table className="k-table k-table-wrap">
          <thead>
            <tr>
              <th scope="col">{w(words('核查项', 'Check'))}</th>
              <th scope="col" className="k-amount">
                {w(words('合计', 'In all'))}
              </th>
              {offices.map((office) => (
                <th key={office} scope="col" className="k-amount rc-quality-office">
                  {w(officeWords(office))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {it.checks.map(({ check, n }) => (
              <tr key={check}>
                <td>{w(checkWords[check])}</td>
                <td className="k-amount">
                  <Count n={n} to={rows({ check })} />
                </td>
                {offices.map((office) => (
                  <td key={office} className="k-amount rc-quality-office">
                    <Count n={count(check, office)} to={rows({ check, office })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {it.units.length > 0 && (
        <RowsTable
          title={words('按单位', 'By unit')}
          rows={it.units}
          keyOf={({ unit, check }) => `${unit} ${check}`}
          columns={[
            { title: words('单位', 'Unit'), cell: ({ name }) => name },
            { title: words('核查项', 'Check'), cell: ({ check }) => w(checkWords[check]) },
            {
              title: words('数量', 'Count'),
              amount: true,
              cell: ({ unit, check, n }) => <Count n={n} to={rows({ check, unit_id: unit })} />,
            },
          ]}
          empty={{ title: words('没有', 'None') }}
        />
      )}
    </Section>
  );
}

function Count({ n, to }: { readonly n: number; readonly to: string }) {
  return n === 0 ? (
    <span className="k-faint">0</span>
  ) : (
    <Go className="k-link" to={to}>
      {number(n)}
    </Go>
  );
}

interface KitsProps extends Pick<Quality, 'looked' | 'days'> {
  readonly kits: NonNullable<Quality['kits']>;
}

/** Kits that do not run, judge nothing or are not answered: for whoever watches over kits. */
function Kits({ looked, kits, days }: KitsProps) {
  const { w } = useWords();
  return (
    <Section
      title={words(
        `规则（共 ${number(looked)} 条，有 ${number(kits.length)} 处需要看）`,
        `Kits (${number(looked)}, ${number(kits.length)} to be looked at)`,
      )}
    >
      {kits.length === 0 ? (
        <EmptyState title={words('规则都在正常运行', 'All kits run and are answered')} />
      ) : (
        <RowsTable
          title={words('规则', 'Kits')}
          rows={kits}
          keyOf={({ id, check }) => `${id} ${check}`}
          columns={[
            {
              title: words('规则', 'Kit'),
              cell: ({ id, title }) => (
                <Go className="k-link" to={`/risk/kits/${id}`}>
                  {w(title)}
                </Go>
              ),
            },
            { title: words('核查项', 'Check'), cell: ({ check }) => w(checkWords[check]) },
            {
              title: words('数量', 'Count'),
              amount: true,
              cell: ({ check, n }) => (check === 'never-run' ? '—' : number(n)),
            },
          ]}
          empty={{ title: words('没有', 'None') }}
        />
      )}
      <p className="k-faint">
        {w(
          words(
            `“近期”为 ${number(days.silent)} 天，“久无结论”为 ${number(days.verdicts)} 天。`,
            `Lately: ${number(days.silent)} days; for long: ${number(days.verdicts)} days.`,
          ),
        )}
      </p>
    </Section>
  );
}
