import { number, percent, TableBox, useWords } from '@opengoa/web-kit';
import type { Answer } from '@opengoa/web-kit';
import './completeness.css';

type MeterMonths = Answer<'energy.completeness'>['meters'][number];

/** Twelve months of a meter as bars: full is complete, the empty part is a gap, the hatched one estimates, amber what is kept apart. */
export function CompletenessStrip({
  meters,
  named,
}: {
  readonly meters: readonly MeterMonths[];
  readonly named?: boolean;
}) {
  const { w } = useWords();
  const first = meters[0];
  if (!first) return <p className="k-faint">{w({ zh: '没有自动采集的表计。', en: 'No meter reports by itself.' })}</p>;
  return (
    <TableBox title={w({ zh: '各月完整率', en: 'Completeness by month' })}>
      <table className="e-complete">
        <thead>
          <tr>
            <th scope="col">{w({ zh: '表计', en: 'Meter' })}</th>
            {first.months.map(({ month }) => (
              <th key={month} scope="col">
                {Number(month.slice(5))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meters.map((meter) => (
            <tr key={meter.id}>
              <th scope="row">{named ? `${meter.buildingName} ${meter.name}` : meter.name}</th>
              {meter.months.map((month) => (
                <td key={month.month}>
                  <Bar {...month} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Bar({ month, expected, received, estimated, suspect, share }: MeterMonths['months'][number]) {
  const { w } = useWords();
  if (share === null) return <span className="k-faint">—</span>;
  const said = w({
    zh: `${month}：应有 ${number(expected)}，收到 ${number(received)}（${percent(share)}），估计 ${number(estimated)}，存疑 ${number(suspect)}`,
    en: `${month}: ${number(received)} of ${number(expected)} (${percent(share)}), ${number(estimated)} estimated, ${number(suspect)} kept apart`,
  });
  const wide = (count: number) => ({ width: `${Math.min(100, (100 * count) / expected)}%` });
  return (
    <span className="e-bar" role="img" aria-label={said} title={said}>
      <i style={wide(received)} />
      <i data-kind="estimated" style={wide(estimated)} />
      <i data-kind="suspect" style={wide(suspect)} />
    </span>
  );
}
