import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  day,
  Figure,
  instant,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  type ThingFigure,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { footOf } from '../foot-of.ts';
import { reportFields, type ReportField, reportStates } from '../words.zh.ts';

type Report = Answer<'space.report'>;
const tones = { draft: 'busy', submitted: 'busy', returned: 'check', accepted: 'done' } as const;
const unitFields = [
  'approvedPeople',
  'actualPeople',
  'rooms',
  'officeM2',
  'serviceM2',
  'equipmentM2',
  'basicM2',
  'borrowedM2',
  'quotaM2',
  'overM2',
  'overRooms',
] as const;
const buildingFields = [
  'grossM2',
  'rooms',
  'usableM2',
  'officeM2',
  'serviceM2',
  'equipmentM2',
  'ancillaryM2',
  'technicalM2',
  'vacantRooms',
  'vacantM2',
  'rentedOutM2',
  'lentM2',
  'repairM2',
] as const;

/** 统计报告: its forms as they were drawn up, and where the ledger says something else by now. */
export default function ReportPage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.report', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={18}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Report }) {
  const { w, language } = useWords();
  const figure = (field: 'basicM2' | 'vacantM2' | 'overM2', rows: string): ThingFigure => ({
    title: reportFields[field],
    value: (
      <Figure
        title={reportFields[field]}
        source={{
          value: it.forms.total[field],
          unit: '㎡',
          period: day(it.asOf),
          formula: words('下表合计', 'sum of the form below'),
          rows,
        }}
      >
        {area(it.forms.total[field])}
      </Figure>
    ),
  });
  const form = `/space/reports/${it.id}`;
  return (
    <ThingPage
      id={it.id}
      title={`${it.unitName} ${it.year}`}
      status={{ tone: tones[it.state], words: reportStates[it.state] }}
      summary={w(
        words(
          `统计时点 ${day(it.asOf)}，报送期限 ${day(it.dueDay)}`,
          `as of ${day(it.asOf, 'en')}, due ${day(it.dueDay, 'en')}`,
        ),
      )}
      may={it.may}
      object={it}
      figures={[
        figure('basicM2', `${form}?tab=units`),
        figure('overM2', `${form}?tab=units`),
        figure('vacantM2', `${form}?tab=buildings`),
      ]}
      tabs={[
        {
          key: 'units',
          title: words('单位用房', 'Units'),
          count: it.forms.units.length,
          content: (
            <>
              <Form name={words('单位', 'Unit')} fields={unitFields} lines={it.forms.units} />
              <p>
                <a className="k-link" href={`/api/reads/space.report.xlsx?id=${it.id}`} download>
                  {w(words('下载报表', 'Download the forms'))}
                </a>
              </p>
            </>
          ),
        },
        {
          key: 'buildings',
          title: words('房屋', 'Buildings'),
          count: it.forms.buildings.length,
          content: <Form name={words('房屋', 'Building')} fields={buildingFields} lines={it.forms.buildings} />,
        },
        {
          key: 'changes',
          title: words('年度变动', 'Changes'),
          count: it.forms.changes.length,
          content: <Changes of={it} />,
        },
        {
          key: 'differences',
          title: words('与现台账差异', 'Differences'),
          count: it.differences.length,
          content: <Differences of={it} />,
        },
        {
          key: 'about',
          title: words('报送', 'Submission'),
          content: (
            <Section>
              <Pairs
                pairs={[
                  { term: words('取数时间', 'Drawn up'), value: instant(it.drawnAt, language) },
                  { term: words('单位负责人', 'Head'), value: it.head ?? '—' },
                  { term: words('统计负责人', 'Statistician'), value: it.statistician ?? '—' },
                  {
                    term: words('报送', 'Submitted'),
                    value: it.submittedAt ? `${it.submittedName ?? ''} ${instant(it.submittedAt, language)}` : '—',
                  },
                  {
                    term: words('审核', 'Reviewed'),
                    value: it.decidedAt ? `${it.decidedName ?? ''} ${instant(it.decidedAt, language)}` : '—',
                  },
                  { term: words('审核意见', 'Opinion'), value: it.opinion ?? '—', wide: true },
                  { term: words('报表摘要值', 'Digest'), value: it.sha256 ?? '—', wide: true },
                ]}
              />
            </Section>
          ),
        },
      ]}
    />
  );
}

type Line = Readonly<Record<string, unknown>> & { readonly name?: unknown };

function Form({
  name,
  fields,
  lines,
}: {
  readonly name: { zh: string; en: string };
  readonly fields: readonly ReportField[];
  readonly lines: readonly Line[];
}) {
  const { w } = useWords();
  const foot = footOf<ReportField>(lines, fields);
  const shown = (value: unknown) => (typeof value === 'number' ? number(value) : '—');
  return (
    <TableBox title={w(name)}>
      <table className="k-table k-table-dense">
        <thead>
          <tr>
            <th scope="col">{w(name)}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {w(reportFields[field])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={String(line['unit'] ?? line['building'])}>
              <th scope="row">{String(line.name)}</th>
              {fields.map((field) => (
                <td key={field}>{shown(line[field])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w(words('合计', 'Together'))}</th>
            {fields.map((field) => (
              <td key={field}>{shown(foot[field])}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

function Changes({ of: it }: { readonly of: Report }) {
  const { w, language } = useWords();
  if (it.forms.changes.length === 0)
    return <p className="k-faint">{w(words('本年没有房间变动使用单位。', 'No room changed hands this year.'))}</p>;
  return (
    <ul>
      {it.forms.changes.map((change) => (
        <li key={`${change.room} ${change.day}`}>
          {day(change.day, language)} {change.building} {change.number}（{area(change.areaM2)}）：
          {change.fromName ?? '—'} → {change.toName} {change.paper}
        </li>
      ))}
    </ul>
  );
}

function Differences({ of: it }: { readonly of: Report }) {
  const { w } = useWords();
  if (it.differences.length === 0)
    return (
      <p className="k-faint">
        {w(words('现在的台账对同一时点的数据与报表一致。', 'The ledger says the same of that day now.'))}
      </p>
    );
  return (
    <Section>
      <p className="k-faint">
        {w(
          words(
            '报表保持取数时的数据；下面是现在的台账对同一时点的不同之处，可能是补登或更正。',
            'The report keeps what was drawn up. Below is what the ledger says of the same day by now; rooms may have been entered late or corrected.',
          ),
        )}
      </p>
      <ul>
        {it.differences.map(({ form, line, field, was, is }) => (
          <li key={`${form} ${line} ${field}`}>
            {line === '' ? w(words('合计', 'Together')) : line} · {w(reportFields[field])}：{number(was)} → {number(is)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
