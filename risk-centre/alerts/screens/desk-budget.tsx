import { words } from '@opengoa/kernel/words';
import { Go, instant, NameOf, number, percent, Section, useWords, type Answer } from '@opengoa/web-kit';
import { RowsTable, type TableColumn } from '../../screens/rows-table.tsx';
import { roomWords } from '../../screens/room-words.ts';
import { levelWords } from '../../words.ts';
import { rowsOf } from './rows-of.ts';

type Desk = Answer<'risk-centre.alerts'>['desks'][number];
type Office = Desk['offices'][number];
const colours = ['red', 'orange', 'yellow'] as const;

/** 预算: by office and colour how many went out and what share of them may be false, and the hours of those who look. */
export function DeskBudget({ desk, week }: { readonly desk: Desk; readonly week: string }) {
  const { w, language } = useWords();
  const { budget, used, carried, persons } = desk;
  const hours = (value: number) => number(value, Number.isInteger(value) ? 0 : 1);
  return (
    <Section title={words('提示预算', 'Alert budget')}>
      <div className="rc-alert-meters">
        <Meter
          title={words('提示条数', 'Alerts')}
          used={used.alerts + carried.alerts}
          of={budget.alerts}
          text={`${number(used.alerts + carried.alerts)} / ${number(budget.alerts)}`}
          to={rowsOf(week, { standing: 'sent' })}
        />
        <Meter
          title={words('核查工时', 'Hours of checks')}
          used={used.hours + carried.hours}
          of={budget.hours}
          text={`${hours(used.hours + carried.hours)} / ${hours(budget.hours)}`}
          to={rowsOf(week, { standing: 'sent' })}
        />
        <p className="k-faint">
          <NameOf id={desk.unit} /> ·{' '}
          {w(
            words(
              `核实人员 ${number(persons)} 名；往周未核实结转 ${number(carried.alerts)} 条、${hours(carried.hours)} 小时；蓝色 ${number(desk.faint)} 条不进入提示。${instant(desk.drawnAt, language)} 拟出。`,
              `${number(persons)} officers; carried over from earlier weeks ${number(carried.alerts)} alerts, ${hours(carried.hours)} hours; ${number(desk.faint)} blue ones are no alerts. Drawn up ${instant(desk.drawnAt, language)}.`,
            ),
          )}
        </p>
      </div>
      <Correction desk={desk} />
      <RowsTable
        title={words('各业务的提示预算', 'Budget by office')}
        rows={desk.offices}
        keyOf={({ office }) => office}
        empty={{ title: words('没有待核实的异常达到提示的颜色', 'Nothing open reaches the colour of an alert') }}
        columns={[
          { title: words('业务', 'Office'), cell: ({ office }) => w(roomWords(office)) },
          {
            title: words('发出 / 上限', 'Sent / most'),
            amount: true,
            cell: ({ office, sent }) => (
              <>
                <Go className="k-link" to={rowsOf(week, { office, standing: 'sent' })}>
                  {number(sent)}
                </Go>{' '}
                / {number(budget.officeAlerts)}
              </>
            ),
          },
          ...colours.map((colour): TableColumn<Office> => ({
            title: words(
              `${levelWords[colour].zh}：条数，预期误报（≤${percent(budget.falseShare[colour])}）`,
              `${levelWords[colour].en}: alerts, expected false (≤${percent(budget.falseShare[colour])})`,
            ),
            amount: true,
            cell: ({ office, [colour]: of }) =>
              of.sent === 0 ? (
                '—'
              ) : (
                <>
                  <Go className="k-link" to={rowsOf(week, { office, standing: 'sent', colour })}>
                    {number(of.sent)}
                  </Go>
                  {of.expectedFalse !== null && ` · ${percent(of.expectedFalse)}`}
                </>
              ),
          })),
          {
            title: words('把握不够', 'Too uncertain'),
            amount: true,
            cell: ({ office, uncertain }) => held(office, 'too-uncertain', uncertain, week),
          },
          {
            title: words('超出承载', 'Beyond capacity'),
            amount: true,
            cell: ({ office, capacity }) => held(office, 'no-capacity', capacity, week),
          },
        ]}
      />
    </Section>
  );
}

const held = (office: string, standing: string, n: number, week: string) =>
  n === 0 ? (
    '0'
  ) : (
    <Go className="k-link" to={rowsOf(week, { office, standing })}>
      {number(n)}
    </Go>
  );

interface MeterProps {
  readonly title: { readonly zh: string; readonly en: string };
  readonly used: number;
  readonly of: number;
  readonly text: string;
  readonly to: string;
}

function Meter({ title, used, of, text, to }: MeterProps) {
  const { w } = useWords();
  return (
    <p className="rc-budget">
      <span>{w(title)}</span>
      <Go to={to}>
        <strong>{text}</strong>
      </Go>
      <progress value={Math.min(used, of)} max={of} aria-label={w(title)} />
    </p>
  );
}

/** How far the probabilities are to be believed: what closed cases became, or that there are too few of them. */
function Correction({ desk: { correction } }: { readonly desk: Desk }) {
  const { w } = useWords();
  const { way, cases, rarer, needed } = correction;
  return (
    <p className="k-faint">
      {w(
        way === 'as-stated'
          ? words(
              `概率按规则自身说明，还没有用核实结论校准：数据不足（属实与不属实各需 ${number(needed)} 件，较少的一类现有 ${number(rarer)} 件）。预期误报因此只是估计。`,
              `Probabilities are what the kits state and not yet corrected by verdicts: insufficient data (${number(needed)} of either outcome are needed, the rarer has ${number(rarer)}). Expected false shares are estimates.`,
            )
          : words(
              `概率已按 ${number(cases)} 件核实结论校准。`,
              `Probabilities are corrected by what ${number(cases)} verified cases became.`,
            ),
      )}{' '}
      <Go className="k-link" to="/risk/verdicts">
        {w(words('核实结论', 'Verdicts'))}
      </Go>
    </p>
  );
}
