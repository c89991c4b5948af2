import { words } from '@opengoa/kernel/words';
import { number, percent, useWords, type Answer } from '@opengoa/web-kit';
import { RowsTable } from '../../screens/rows-table.tsx';
import './next-month.css';

type Bins = NonNullable<Answer<'risk-centre.next-month'>['tried']>['bins'];

const size = 260;
const edge = 40;
const at = (share: number) => edge + share * (size - edge - 16);
const tickText = (tick: number) => `${String(100 * tick)}%`;
const up = (share: number) => size - at(share);

/** 可靠性图: of what was stated, how much came true; on the dashed line both agree. The same stands in the table beside it. */
export function ReliabilityDiagram({ bins }: { readonly bins: Bins }) {
  const { w } = useWords();
  const ticks = [0, 0.5, 1];
  return (
    <div className="rc-reliability">
      <svg viewBox={`0 0 ${String(size)} ${String(size)}`} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="rc-reliability-grid" x1={at(0)} x2={at(1)} y1={up(tick)} y2={up(tick)} />
            <text x={at(0) - 4} y={up(tick) + 4} textAnchor="end">
              {tickText(tick)}
            </text>
            <text x={at(tick)} y={size - edge + 18} textAnchor="middle">
              {tickText(tick)}
            </text>
          </g>
        ))}
        <line className="rc-reliability-even" x1={at(0)} y1={up(0)} x2={at(1)} y2={up(1)} />
        {bins.map((bin, i) => (
          <g key={String(i)}>
            <line x1={at(bin.stated)} x2={at(bin.stated)} y1={up(bin.lower)} y2={up(bin.upper)} />
            <circle cx={at(bin.stated)} cy={up(bin.actual)} r="4" />
          </g>
        ))}
      </svg>
      <RowsTable
        title={words('预测概率与实际发生', 'Stated and actual')}
        rows={bins.map((bin, i) => ({ ...bin, i }))}
        keyOf={({ i }) => String(i)}
        empty={{ title: words('没有数据', 'No data') }}
        columns={[
          {
            title: words('预测概率（横轴）', 'Stated (across)'),
            cell: ({ from, to, stated }) => `${percent(stated)}（${percent(from)}–${percent(to)}）`,
          },
          { title: words('次数', 'Cases'), amount: true, cell: ({ cases }) => number(cases) },
          {
            title: words('实际发生（纵轴，90% 区间）', 'Came true (up, 90 % interval)'),
            cell: ({ actual, lower, upper }) => `${percent(actual)}（${percent(lower)}–${percent(upper)}）`,
          },
        ]}
      />
      <p className="k-faint">
        {w(
          words(
            '圆点是实际发生的比例，竖线是区间；圆点落在虚线上，表示说多少就发生多少。',
            'A dot is the share that came true, with its interval; on the dashed line it came as often as stated.',
          ),
        )}
      </p>
    </div>
  );
}
