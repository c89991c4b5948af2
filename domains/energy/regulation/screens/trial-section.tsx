import { words as fact } from '@opengoa/kernel/words';
import {
  type Answer,
  Chart,
  EmptyState,
  instant,
  number,
  Section,
  shanghaiParts,
  Shown,
  TableBox,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import { entryKinds, reasons } from '../words.zh.ts';

type Tried = Answer<'energy.regulation-trial'>['points'][number];
const spans = ['1', '3', '7', '14'];

/** 试算: what the plan would have commanded over the last days. Nothing is sent. */
export function TrialSection({ plan }: { readonly plan: string }) {
  const { w } = useWords();
  const [days, setDays] = useState('3');
  const known = useRead('energy.regulation-trial', { plan, days }, { keep: true });
  return (
    <>
      <Section>
        <p>
          {w(
            fact(
              '按过去的读数、日历和预测推演，不向设备发送任何指令。',
              'Played on past readings, calendar and forecasts; nothing is sent.',
            ),
          )}
        </p>
        <Select
          aria-label={w(fact('天数', 'Days'))}
          value={days}
          onChange={setDays}
          options={spans.map((value) => ({ value, label: w(fact(`最近 ${value} 天`, `Last ${value} days`)) }))}
        />
      </Section>
      <Shown known={known} lines={8}>
        {(it) =>
          it.points.length === 0 ? (
            <EmptyState icon="chart" title={fact('没有受控点', 'No points')} />
          ) : (
            it.points.map((point) => (
              <TriedPoint key={point.id} tried={point} from={it.from} stepMinutes={it.stepMinutes} />
            ))
          )
        }
      </Shown>
    </>
  );
}

function TriedPoint({
  tried,
  from,
  stepMinutes,
}: {
  readonly tried: Tried;
  readonly from: string;
  readonly stepMinutes: number;
}) {
  const { w, language } = useWords();
  const begins = Date.parse(from);
  const at = (n: number): string => {
    const parts = shanghaiParts(begins + n * stepMinutes * 60_000);
    return parts ? `${parts.day.slice(5)} ${parts.clock.slice(0, 5)}` : '';
  };
  const refused = tried.refused.map(({ reason, times }) => `${w(reasons[reason])} ${times}`).join('、');
  const sums = fact(
    `下发 ${number(tried.commands)} 次，返回 ${number(tried.returns)} 次${refused ? `；拒绝：${refused}` : ''}`,
    `set ${number(tried.commands)} times, gone back ${number(tried.returns)} times${refused ? `; not sent: ${refused}` : ''}`,
  );
  return (
    <Section title={tried.name}>
      <p>{w(sums)}</p>
      <Chart
        title={fact(`${tried.name} 推演设定值`, `${tried.name}: what it would have stood at`)}
        data={{
          kind: 'line',
          x: tried.values.map((_, n) => at(n)),
          unit: '',
          series: [
            { title: fact('推演值', 'Would have been'), values: tried.values, tone: 'main' },
            { title: fact('安全值', 'Safe'), values: tried.values.map(() => tried.safe), tone: 'muted' },
          ],
        }}
      />
      {tried.changes.length > 0 && (
        <TableBox title={w(fact('逐次变更', 'Changes'))}>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{w(fact('时间', 'At'))}</th>
                <th scope="col">{w(fact('动作', 'What'))}</th>
                <th scope="col">{w(fact('值', 'Value'))}</th>
                <th scope="col">{w(fact('原因', 'Why'))}</th>
              </tr>
            </thead>
            <tbody>
              {tried.changes.slice(0, 30).map((each) => (
                <tr key={each.at}>
                  <td>{instant(each.at, language)}</td>
                  <td>{w(entryKinds[each.kind])}</td>
                  <td>{each.value === null ? '—' : number(each.value, 1)}</td>
                  <td>{w(reasons[each.reason])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Section>
  );
}
