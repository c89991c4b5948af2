import { words } from '@opengoa/kernel/words';
import { Figure, Go, number, percent, StatusTag, useWords, yuan, type Answer } from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import { levelTones, stateTones } from '../../screens/finding-tones.ts';
import { RowsTable, type TableColumn } from '../../screens/rows-table.tsx';
import { levelWords, outcomeWords, stateWords } from '../../words.ts';
import { levelReasonWords, standingOfAlertWords } from '../words.ts';

type Alerts = Answer<'risk-centre.alerts'>;
type Alert = Alerts['sent'][number];

interface AlertTableProps {
  readonly rows: readonly Alert[];
  readonly limits: Alerts['limits'];
  readonly empty: Words;
  /** Says what each was held back for. */
  readonly held?: boolean;
}

/** Alerts with their colour and why: each opens its finding, with rows, formula, peers and history. */
export function AlertTable({ rows, limits, empty, held = false }: AlertTableProps) {
  const { w } = useWords();
  const standing: TableColumn<Alert> = {
    title: words('为什么未发出', 'Why held back'),
    cell: (row) => w(standingOfAlertWords[row.standing]),
  };
  return (
    <RowsTable
      title={held ? words('未发出', 'Held back') : words('请核查', 'To be looked at')}
      rows={rows}
      keyOf={({ finding }) => finding}
      empty={{ title: empty }}
      columns={[
        {
          title: words('颜色', 'Colour'),
          cell: ({ colour }) => <StatusTag tone={levelTones[colour]}>{w(levelWords[colour])}</StatusTag>,
        },
        {
          title: words('对象', 'Subject'),
          cell: (row) => (
            <>
              <Go className="k-link" to={`/risk/findings/${row.finding}`}>
                {row.subject}
              </Go>
              <small className="rc-alert-under">
                {row.unitName} · {w(row.kitTitle)}
              </small>
            </>
          ),
        },
        { title: words('为什么是这个颜色', 'Why this colour'), cell: (row) => <Why row={row} limits={limits} /> },
        ...(held ? [standing] : []),
        {
          title: words('概率', 'Probability'),
          amount: true,
          cell: ({ probability, stated }) => (
            <Figure
              source={{
                value: probability,
                formula: words(
                  `规则合成概率 ${percent(stated)}，按核实结论校准后 ${percent(probability)}`,
                  `stated by the kits ${percent(stated)}, corrected by verdicts ${percent(probability)}`,
                ),
                definition: words('属实的可能，不是结论', 'how likely it is true; not a conclusion'),
              }}
            >
              {percent(probability)}
            </Figure>
          ),
        },
        {
          title: words('预计损失', 'Expected loss'),
          amount: true,
          cell: ({ probability, lossFen, floored }) => (
            <Figure
              source={{
                value: `${yuan(probability * lossFen)} 元`,
                formula: words(
                  `概率 ${percent(probability)} × 损失 ${yuan(lossFen)} 元`,
                  `probability ${percent(probability)} × loss ${yuan(lossFen)} yuan`,
                ),
                definition: floored
                  ? words(
                      '没有可计的金额，涉及安全、廉洁或保密，按标准中的下限排序',
                      'no money is told; safety, integrity or secrecy is touched and it counts by the floor of the standard',
                    )
                  : null,
                standard: floored ? 'risk-centre.alert-budget' : null,
              }}
            >
              {floored ? w(words('按下限', 'by the floor')) : `${yuan(probability * lossFen)} 元`}
            </Figure>
          ),
        },
        { title: words('核查工时', 'Hours'), amount: true, cell: ({ hours }) => number(hours, 1) },
        {
          title: words('状态', 'State'),
          cell: ({ state, outcome }) => (
            <StatusTag tone={stateTones[state]}>{w(outcome ? outcomeWords[outcome] : stateWords[state])}</StatusTag>
          ),
        },
      ]}
    />
  );
}

/** The condition that was met, with its limit; and that it asked for a graver colour, where it was too uncertain for that. */
function Why({ row, limits }: { readonly row: Alert; readonly limits: Alerts['limits'] }) {
  const { w } = useWords();
  const { asked, colour, reason } = row;
  const limit =
    reason === 'expected-loss'
      ? `（≥ ${yuan(limits.lossFen.red)} 元）`
      : reason === 'probability-and-loss' && asked !== 'red'
        ? `（≥ ${percent(limits.probability[asked])}，≥ ${yuan(limits.lossFen[asked])} 元）`
        : '';
  return (
    <>
      {w(levelReasonWords[reason])}
      {limit}
      {asked !== colour && (
        <small className="rc-alert-under">
          {w(
            words(
              `按后果应为${levelWords[asked].zh}，把握不够，降为${levelWords[colour].zh}`,
              `${levelWords[asked].en} by its stakes; too uncertain for that, so ${levelWords[colour].en}`,
            ),
          )}
        </small>
      )}
    </>
  );
}
