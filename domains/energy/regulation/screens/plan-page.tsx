import { words as fact } from '@opengoa/kernel/words';
import {
  type Answer,
  day,
  Go,
  instant,
  Ledger,
  Pairs,
  type ScreenProps,
  Section,
  Sheet,
  Shown,
  TableBox,
  ThingPage,
  toast,
  useRead,
  useWords,
  VerbForm,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { planStates } from '../words.zh.ts';
import { regulationActs } from './regulation-acts.ts';
import { lineOf } from './rule-lines.ts';
import { shownSetting } from './setting.ts';
import { entryTones, planTones } from './tones.ts';
import { TrialSection } from './trial-section.tsx';

type Plan = Answer<'energy.regulation-plan'>;
const stop = 'energy.stop-regulation';

/** 调控方案: who proposed and approved what, how its points stand, what it would have done, and the button that stops it. */
export default function PlanPage({ params }: ScreenProps<'id'>) {
  const known = useRead('energy.regulation-plan', { id: params.id }, { everyMs: 15_000, keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded plan={it} />}
    </Shown>
  );
}

function Loaded({ plan: it }: { readonly plan: Plan }) {
  const { w, language } = useWords();
  const acting = it.state === 'active';
  return (
    <ThingPage
      id={it.id}
      title={it.name}
      status={{ tone: planTones[it.state], words: planStates[it.state] }}
      summary={
        it.state === 'shadow'
          ? w(
              fact(
                `${it.unitName} · 只记录、不下发 · ${instant(it.ripeAt, 'zh')} 起可批准${it.switchedOn ? '' : ' · 本单位未开启自动调控'}`,
                `${it.unitName} · sends nothing · may be approved from ${instant(it.ripeAt, 'en')}${it.switchedOn ? '' : ' · regulation is off here'}`,
              ),
            )
          : `${it.unitName} · ${day(it.from, language)} — ${day(it.to, language)}`
      }
      may={it.may.filter((verb) => verb !== stop)}
      object={it}
      tabs={[
        {
          key: 'plan',
          title: fact('方案', 'Plan'),
          content: (
            <>
              {acting && it.may.includes(stop) && <StopNow plan={it.id} />}
              <Section title={fact('规则', 'Rules')}>
                <ol>
                  {it.rules.map((rule) => (
                    <li key={lineOf(rule)}>{lineOf(rule)}</li>
                  ))}
                </ol>
                <Pairs
                  pairs={[
                    { term: fact('有效期', 'Valid'), value: `${day(it.from, language)} — ${day(it.to, language)}` },
                    { term: fact('提出', 'Proposed'), value: `${it.proposedName} ${instant(it.proposedAt, language)}` },
                    {
                      term: fact('批准', 'Approved'),
                      value: it.approvedName ? `${it.approvedName} ${instant(it.approvedAt, language)}` : '—',
                    },
                    ...(it.opinion ? [{ term: fact('意见', 'Opinion'), value: it.opinion }] : []),
                    ...(it.stoppedName
                      ? [
                          {
                            term: fact('停止', 'Stopped'),
                            value: `${it.stoppedName} ${instant(it.stoppedAt, language)} ${it.stoppedWhy ?? ''}`,
                          },
                        ]
                      : []),
                  ]}
                />
              </Section>
              <Points plan={it} />
            </>
          ),
        },
        { key: 'trial', title: fact('试算', 'Trial'), content: <TrialSection plan={it.id} /> },
        {
          key: 'log',
          title: fact('日志', 'Log'),
          content: (
            <Ledger
              list="energy.regulation-log"
              inside
              fixed={{ plan_id: { is: it.id } }}
              tones={{ state: entryTones }}
            />
          ),
        },
      ]}
    />
  );
}

/** Large, alone, and always asking why: it is pressed in a hurry. */
function StopNow({ plan }: { readonly plan: string }) {
  const { w } = useWords();
  const [asking, setAsking] = useState(false);
  const act = regulationActs[stop]!;
  return (
    <Section>
      <Button danger type="primary" size="large" block onClick={() => setAsking(true)}>
        {w(act.title)}
      </Button>
      {asking && (
        <Sheet kind="middle" title={w(act.title)} onClose={() => setAsking(false)}>
          <p className="k-about">{w(act.about!)}</p>
          <VerbForm
            verb={stop}
            fields={act.fields ?? []}
            known={{ plan }}
            submit={act.title}
            danger
            onDone={() => {
              setAsking(false);
              toast(w(fact('已停止，正在返回安全值', 'Stopped; going back to safe')));
            }}
            onCancel={() => setAsking(false)}
          />
        </Sheet>
      )}
    </Section>
  );
}

function Points({ plan: it }: { readonly plan: Plan }) {
  const { w, language } = useWords();
  const title = fact('受控点', 'Points');
  return (
    <Section title={title}>
      <TableBox title={w(title)}>
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{w(title)}</th>
              <th scope="col">{w(fact('现值', 'Stands at'))}</th>
              <th scope="col">{w(fact('限值', 'Limits'))}</th>
              <th scope="col">{w(fact('安全值', 'Safe'))}</th>
              <th scope="col">{w(fact('保持至', 'Held until'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.of.map((each) => (
              <tr key={each.id}>
                <td>
                  <Go className="k-link" to={`/energy/regulation/points/${each.id}`}>
                    {each.building} {each.name}
                  </Go>
                </td>
                <td>{shownSetting(each.sets, each.value, language)}</td>
                <td>
                  {shownSetting(each.sets, each.least, language)} — {shownSetting(each.sets, each.most, language)}
                </td>
                <td>{shownSetting(each.sets, each.safe, language)}</td>
                <td>{each.heldUntil ? instant(each.heldUntil, language) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
