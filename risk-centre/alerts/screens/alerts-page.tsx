import { words } from '@opengoa/kernel/words';
import {
  day,
  EmptyState,
  Go,
  Page,
  Section,
  Shown,
  useRead,
  useWords,
  type Answer,
  type ScreenProps,
} from '@opengoa/web-kit';
import { usePulse } from '../../screens/use-pulse.ts';
import { AlertTable } from './alert-table.tsx';
import { DeskBudget } from './desk-budget.tsx';
import { rowsOf } from './rows-of.ts';
import { WeekTable } from './week-table.tsx';
import './alerts.css';

type Alerts = Answer<'risk-centre.alerts'>;

/** 本周提示: what to look at this week, in which colour and why; how much of the budget is used; what was held back. */
export default function AlertsPage({ params }: Partial<ScreenProps<'week'>>) {
  usePulse();
  const { w } = useWords();
  const week = params?.week;
  const known = useRead('risk-centre.alerts', week ? { week } : {});
  return (
    <Page
      title={words('本周提示', 'Alerts of the week')}
      acts={
        <Go className="k-link" to="/risk/alert-rows">
          {w(words('提示台账', 'All alerts'))}
        </Go>
      }
    >
      <Shown known={known} lines={12}>
        {(it) => <Week it={it} />}
      </Shown>
    </Page>
  );
}

function Week({ it }: { readonly it: Alerts }) {
  const { w, language } = useWords();
  const past = it.week !== it.thisWeek;
  return (
    <>
      <p className="rc-alert-week">
        {w(words(`${day(it.week, language)} 起的一周`, `Week of ${day(it.week, language)}`))}
        {past && (
          <Go className="k-link" to="/risk/alerts">
            {w(words('回到本周', 'Back to this week'))}
          </Go>
        )}
      </p>
      {it.desks.length === 0 && it.sent.length === 0 ? (
        <EmptyState
          icon="check"
          title={words('这一周还没有拟出提示', 'No alerts were drawn up for this week')}
          todo={words(
            '提示在每天早晨规则运行之后拟出，有新的异常时随时更新。',
            'Alerts are drawn up each morning after the kits have run, and again as soon as something is raised.',
          )}
        />
      ) : (
        <>
          {it.desks.map((desk) => (
            <DeskBudget key={desk.unit} desk={desk} week={it.week} />
          ))}
          <Section title={words(`请核查 ${String(it.sent.length)} 条`, `To be looked at: ${String(it.sent.length)}`)}>
            <AlertTable rows={it.sent} limits={it.limits} empty={words('没有发出提示', 'Nothing went out')} />
          </Section>
          <Section
            title={words(`未发出 ${String(it.heldInAll)} 条`, `Held back: ${String(it.heldInAll)}`)}
            acts={
              it.heldInAll > it.held.length && (
                <Go className="k-link" to={rowsOf(it.week, { standing: 'too-uncertain,no-capacity' })}>
                  {w(words('全部', 'All'))}
                </Go>
              )
            }
          >
            <p className="k-faint">
              {w(
                words(
                  '未发出的仍在待核实异常里，单位照常说明；下一周重新排。',
                  'What is held back stays among the findings and units answer it as usual; next week it is weighed again.',
                ),
              )}
            </p>
            <AlertTable rows={it.held} limits={it.limits} held empty={words('没有未发出的', 'Nothing was held back')} />
          </Section>
        </>
      )}
      <WeekTable weeks={it.weeks} fewest={it.fewest} at={it.week} />
    </>
  );
}
