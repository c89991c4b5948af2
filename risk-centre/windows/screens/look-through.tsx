import { words } from '@opengoa/kernel/words';
import { instant, number, RefusalNote, Section, StatusTag, useVerb, useWords, type Result } from '@opengoa/web-kit';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { RowsTable } from '../../screens/rows-table.tsx';
import { levelTones, stateTones } from '../../screens/finding-tones.ts';
import { levelWords, stateWords } from '../../words.ts';
import { SeenFinding } from './seen-finding.tsx';

type Seen = Result<'risk-centre.look-through-window'>;
type Row = NonNullable<Seen['list']>['rows'][number];

/** 查看: nothing is shown before it is asked for, since each look is kept. What was shown stays until one goes away. */
export function LookThrough({ window }: { readonly window: string }) {
  const { w, language } = useWords();
  const look = useVerb('risk-centre.look-through-window');
  const [rows, setRows] = useState<readonly Row[]>();
  const [rest, setRest] = useState<{ readonly total: number; readonly after: string | null }>({
    total: 0,
    after: null,
  });
  const [finding, setFinding] = useState<NonNullable<Seen['finding']>>();
  // Whoever works by keyboard or hears the page is taken to what has just come.
  const head = useRef<HTMLDivElement>(null);
  const shown = finding?.id ?? (rows ? 'list' : undefined);
  useEffect(() => {
    if (shown) head.current?.focus();
  }, [shown]);

  const list = async (after?: string) => {
    const answered = await look.run({ window, ...(after ? { after } : {}) });
    if (!answered.ok || !answered.answer.result?.list) return;
    const { list: page } = answered.answer.result;
    setRows((before) => (after && before ? [...before, ...page.rows] : page.rows));
    setRest({ total: page.total, after: page.after });
  };
  const open = async (id: string) => {
    const answered = await look.run({ window, finding: id });
    if (answered.ok && answered.answer.result?.finding) setFinding(answered.answer.result.finding);
  };

  if (finding)
    return (
      <div ref={head} tabIndex={-1} className="rc-window-seen">
        <p className="rc-window-back">
          <Button onClick={() => setFinding(undefined)}>{w(words('返回清单', 'Back to the list'))}</Button>
        </p>
        <SeenFinding finding={finding} opens={(id) => void open(id)} busy={look.running} />
        {look.problem && <RefusalNote problem={look.problem} />}
      </div>
    );
  return (
    <div ref={head} tabIndex={-1} className="rc-window-seen">
      <Section
        title={
          rows
            ? words(`待核实异常 ${number(rest.total)}`, `Findings: ${number(rest.total)}`)
            : words('待核实异常', 'Findings')
        }
        acts={
          <Button type={rows ? 'default' : 'primary'} loading={look.running} onClick={() => void list()}>
            {w(
              rows
                ? words('重新查看（留痕）', 'Look again (recorded)')
                : words('查看异常清单（留痕）', 'Show the list (recorded)'),
            )}
          </Button>
        }
      >
        {look.problem && <RefusalNote problem={look.problem} />}
        {rows === undefined ? (
          <p className="k-faint">
            {w(
              words(
                '按下后列出窗口范围内的异常；谁、何时、看了什么会记入经过，被查看的单位看得到。',
                'Lists what the window shows; who looked at what and when goes on the Record, and the unit can read it.',
              ),
            )}
          </p>
        ) : (
          <div className="rc-window-rows">
            <RowsTable
              title={words('待核实异常', 'Findings')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  title: words('编号', 'Number'),
                  cell: (row) => (
                    <Button
                      type="link"
                      className="rc-window-open"
                      disabled={look.running}
                      onClick={() => void open(row.id)}
                    >
                      {row.number}
                    </Button>
                  ),
                },
                { title: words('对象', 'Subject'), cell: ({ subject }) => subject },
                { title: words('规则', 'Kit'), cell: ({ kitTitle }) => w(kitTitle) },
                { title: words('单位', 'Unit'), cell: ({ unitName }) => unitName },
                {
                  title: words('级别', 'Level'),
                  cell: ({ level }) => <StatusTag tone={levelTones[level]}>{w(levelWords[level])}</StatusTag>,
                },
                {
                  title: words('状态', 'State'),
                  cell: ({ state }) => <StatusTag tone={stateTones[state]}>{w(stateWords[state])}</StatusTag>,
                },
                { title: words('提出', 'Raised'), cell: ({ raisedAt }) => instant(raisedAt, language) },
              ]}
              empty={{
                title: words('范围内没有待核实异常', 'No findings in this scope'),
                todo: words('规则每天运行，有新的会列在这里。', 'Kits run every day; new ones will stand here.'),
              }}
            />
          </div>
        )}
        {rest.after !== null && (
          <p className="rc-window-back">
            <Button loading={look.running} onClick={() => void list(rest.after ?? undefined)}>
              {w(words('继续查看（留痕）', 'Show more (recorded)'))}
            </Button>
          </p>
        )}
      </Section>
    </div>
  );
}
