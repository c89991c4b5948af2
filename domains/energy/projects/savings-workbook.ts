import type { OutCell, OutRow, OutSheet } from '@opengoa/kernel/exchange';
import { addDays } from '@opengoa/kernel/calendar';
import type { ProjectAnswer } from './contract.ts';
import { projectKinds, projectStates } from './words.zh.ts';

const text = (value: string): OutCell => ({ value, format: 'text' });
const head = (value: string): OutCell => ({ value, look: 'header' });
const amount = (value: number | null): OutCell => ({
  value: value === null ? null : Math.round(value * 1_000) / 1_000,
});
/** Fen as yuan with two places. */
const money = (fen: number | null): OutCell => ({ value: fen === null ? null : fen / 100, format: 'money' });
const row = (...cells: OutCell[]): OutRow => ({ cells });

/** 节能量核算表: terms, months beside their baseline, meters with their errors, settlements with what they were reckoned from. */
export function savingsWorkbook(it: ProjectAnswer): { readonly name: string; readonly sheets: readonly OutSheet[] } {
  const { savings } = it;
  const known = savings?.status === 'ok' ? savings : null;
  const rows: OutRow[] = [
    row(head('项目'), text(it.name), head('单位'), text(it.unitName)),
    row(head('方式'), text(projectKinds[it.kind].zh), head('状态'), text(projectStates[it.state].zh)),
    row(head('措施'), text(it.measures), head('投资（元）'), money(it.investmentFen)),
    row(head('基准期'), text(`${it.baselineFrom} 至 ${addDays(it.baselineToExclusive, -1)}`)),
    ...(known
      ? [
          row(
            head('报告期'),
            text(`${known.from} 至 ${addDays(known.toExclusive, -1)}`),
            head('计入天数'),
            amount(known.counted),
          ),
          row(
            head('节能量'),
            amount(known.avoided),
            head(`不确定度（${known.confidence * 100}%置信）`),
            amount(known.uncertainty),
          ),
          row(head('折标准煤（kg）'), amount(known.coalKg), head('减碳（kgCO₂）'), amount(known.carbonKg)),
          row(head('节省费用（元）'), money(known.savedFen), head('静态回收期（年）'), amount(it.paybackYears)),
          row(head('月份'), head(`基准（${it.measure}）`), head(`实际（${it.measure}）`), head('节能量')),
          ...known.months.map(({ month, expected, actual }) =>
            row(text(month), amount(expected), amount(actual), amount(expected - actual)),
          ),
          row(head('表计'), head('基准'), head('实际'), head('节能量'), head('不确定度'), head('CV(RMSE) %')),
          ...known.meters.map((each) =>
            row(
              text(each.name),
              amount(each.expected),
              amount(each.actual),
              amount(each.avoided),
              amount(each.uncertainty),
              amount(each.cvRmsePercent),
            ),
          ),
        ]
      : savings?.status !== 'insufficient_data'
        ? []
        : savings.reasons.map(({ meter, zh }) => row(head('节能量不能核定'), text(`${meter} ${zh}`)))),
    row(head('结算期'), head('节能量'), head('节省费用（元）'), head('分享比例 %'), head('应付（元）'), head('依据')),
    ...it.settlements.map(({ from, toExclusive, inputs, payableFen, document }) =>
      row(
        text(`${from} 至 ${addDays(toExclusive, -1)}`),
        amount(inputs.avoided),
        money(inputs.savedFen),
        amount(inputs.sharePercent),
        money(payableFen),
        text(document),
      ),
    ),
  ];
  return {
    name: `节能量核算表 ${it.name}`,
    sheets: [{ name: '核算表', columns: [{ width: 24 }, ...Array.from({ length: 5 }, () => ({ width: 18 }))], rows }],
  };
}
