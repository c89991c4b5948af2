import { words } from '@opengoa/kernel/words';
import {
  codeWords,
  instant,
  money,
  number,
  percent,
  Section,
  Sheet,
  Shown,
  StatusTag,
  useMay,
  useRead,
  useWords,
  VerbForm,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { RowsTable } from '../../screens/rows-table.tsx';
import { thresholdReasonWords } from './threshold-words.ts';

/** The proposal beside what stands, to be signed by a leader; every move, the newest to be taken back. */
export function ThresholdSigning({ kit }: { readonly kit: string }) {
  const { w, language } = useWords();
  const known = useRead('risk-centre.threshold-proposal', { kit });
  const [open, setOpen] = useState<'take' | 'undo' | null>(null);
  const [mayTake, mayUndo] = [useMay('risk-centre.take-proposal'), useMay('risk-centre.undo-tuning')];
  const room = kit.slice(0, kit.indexOf('/'));
  return (
    <Shown known={known} lines={6}>
      {({ to, reason, evidence, why, moves }) => {
        const moved = evidence !== null && to !== null && to !== evidence.now.threshold;
        const standing = moves.some(({ undone, undoes }) => !undone && !undoes);
        return (
          <>
            <Section
              title={words('阈值建议', 'Proposed threshold')}
              acts={
                <>
                  {mayTake && moved && (
                    <Button type="primary" onClick={() => setOpen('take')}>
                      {w(words('签署建议', 'Sign'))}
                    </Button>
                  )}
                  {mayUndo && standing && (
                    <Button onClick={() => setOpen('undo')}>
                      {w(words('撤回上次调整', 'Take the last move back'))}
                    </Button>
                  )}
                </>
              }
            >
              {evidence === null || reason === null ? (
                <p>
                  {w(words('数据不足', 'insufficient data'))}：{why.map((each) => w(each)).join('；')}
                </p>
              ) : (
                <>
                  <p>
                    <StatusTag tone={moved ? 'check' : 'plain'}>{w(thresholdReasonWords[reason]!)}</StatusTag>{' '}
                    {w(codeWords(room, evidence.setting) ?? evidence.setting)} {number(evidence.now.threshold, 3)}
                    {moved && ` → ${number(to, 3)}`}
                  </p>
                  <RowsTable
                    title={words('阈值建议的依据', 'What it rests on')}
                    rows={[
                      { called: words('现行', 'as it is'), ...evidence.now },
                      ...(moved ? [{ called: words('建议', 'proposed'), ...evidence.proposed }] : []),
                    ]}
                    keyOf={({ called }) => called.zh}
                    empty={{ title: words('没有数据', 'No data') }}
                    columns={[
                      {
                        title: words('阈值', 'Threshold'),
                        cell: (row) => `${w(row.called)} ${number(row.threshold, 3)}`,
                      },
                      { title: words('核实结论', 'Verdicts'), amount: true, cell: ({ reviewed }) => number(reviewed) },
                      {
                        title: words('命中率（90% 区间）', 'Precision (90 % interval)'),
                        cell: ({ precision }) =>
                          precision === null
                            ? w(words('数据不足', 'insufficient data'))
                            : `${percent(precision.mean)}（${percent(precision.lower)}–${percent(precision.upper)}）`,
                      },
                      { title: words('每周提示', 'Alerts a week'), amount: true, cell: ({ alerts }) => number(alerts) },
                      { title: words('净收益', 'Net gain'), amount: true, cell: ({ gainFen }) => money(gainFen) },
                    ]}
                  />
                </>
              )}
            </Section>
            {moves.length > 0 && (
              <Section title={words('调整记录', 'Moves')}>
                <RowsTable
                  title={words('调整记录', 'Moves')}
                  rows={moves.toReversed().map((move, at) => ({ ...move, at_: at }))}
                  keyOf={({ at_ }) => String(at_)}
                  empty={{ title: words('没有调整', 'No moves') }}
                  columns={[
                    { title: words('时间', 'When'), cell: ({ at }) => instant(at, language) },
                    {
                      title: words('状态', 'State'),
                      cell: ({ undone, undoes }) =>
                        w(
                          undoes
                            ? words('撤回了一次调整', 'took a move back')
                            : undone
                              ? words('已撤回', 'taken back')
                              : words('有效', 'stands'),
                        ),
                    },
                  ]}
                />
              </Section>
            )}
            {open !== null && (
              <Sheet
                kind="middle"
                title={w(
                  open === 'take' ? words('签署阈值建议', 'Sign the proposal') : words('撤回上次调整', 'Take back'),
                )}
                onClose={() => setOpen(null)}
              >
                <VerbForm
                  verb={open === 'take' ? 'risk-centre.take-proposal' : 'risk-centre.undo-tuning'}
                  draft={false}
                  fields={[{ name: 'reason', title: words('理由', 'Reason'), kind: 'long-text', maxLength: 2_000 }]}
                  input={({ reason: said }) => (open === 'take' ? { kit, to, reason: said } : { kit, reason: said })}
                  submit={open === 'take' ? words('签署', 'Sign') : words('撤回', 'Take back')}
                  onDone={() => setOpen(null)}
                  onCancel={() => setOpen(null)}
                />
              </Sheet>
            )}
          </>
        );
      }}
    </Shown>
  );
}
