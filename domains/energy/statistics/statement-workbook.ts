import type { OutCell, OutRow, OutSheet } from '@opengoa/kernel/exchange';
import type { StatementAnswer, StatementSumsAnswer } from './contract.ts';
import { bases, formLines, formMeasures, formulas, statementStates } from './words.zh.ts';

/** The form as it is filed: heading, one row a line with amount and cost, signatures at the foot. In Chinese, as the form is. */

const text = (value: string): OutCell => ({ value, format: 'text' });
const head = (value: string): OutCell => ({ value, look: 'header' });
const amount = (value: number | null): OutCell => ({ value });
/** Fen as yuan with two places. */
const money = (fen: number | null): OutCell => ({ value: fen === null ? null : fen / 100, format: 'money' });
const row = (...cells: (OutCell | null)[]): OutRow => ({ cells });
const lineName = (line: string): string => formLines[line]?.zh ?? line;
const measureName = (measure: string): string => formMeasures[measure]?.zh ?? measure;
const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export function statementWorkbook(it: StatementAnswer): {
  readonly name: string;
  readonly sheets: readonly OutSheet[];
} {
  const sourceOf = ({ source, corrected, why }: StatementAnswer['lines'][number]['amount']): string =>
    corrected ? `更正：${why ?? ''}` : source.kind === 'none' ? '' : formulas[source.formula].zh;
  const rows: OutRow[] = [
    row({ value: it.form.title, look: 'header' }),
    row(text(`填报单位：${it.unitName}`), null, null, text(`报告期：${monthName(it.month)}`)),
    row(
      text(`依据：${it.form.document}（${it.form.from}起）`),
      null,
      null,
      text(`状态：${statementStates[it.state].zh}`),
    ),
    row(
      head('序号'),
      head('指标名称'),
      head('计量单位'),
      head('消费量'),
      head('费用（元）'),
      head('依据'),
      head('由来'),
    ),
    ...it.lines.map((line, at) =>
      row(
        { value: at + 1, format: 'integer' },
        text(`${line.partOf === null ? '' : '　'}${lineName(line.line)}`),
        text(measureName(line.measure)),
        amount(line.amount.value),
        line.cost ? money(line.cost.value) : text('—'),
        text(line.amount.basis ? bases[line.amount.basis].zh : ''),
        text(sourceOf(line.amount)),
      ),
    ),
    row(text('综合能耗（千克标准煤，不含水）'), null, null, amount(rounded(it.indicators.coalKg))),
    row(text('人均综合能耗（千克标准煤/人）'), null, null, amount(rounded(it.indicators.coalPerHeadKg))),
    row(text('人均用水量（吨/人）'), null, null, amount(rounded(it.indicators.waterPerHeadT))),
    ...it.notes.flatMap((note) =>
      note.answer === null ? [] : [row(text(`审核说明：${note.said.zh} ${note.answer}`))],
    ),
    row(
      text(`单位负责人：${it.head ?? ''}`),
      null,
      text(`统计负责人：${it.statistician ?? ''}`),
      null,
      text(`填表人：${it.submittedBy ?? ''}`),
      null,
      text(`报出日期：${it.submittedAt === null ? '' : localDay(it.submittedAt)}`),
    ),
  ];
  return {
    name: `${it.unitName} ${it.month} ${it.form.title}`,
    sheets: [
      {
        name: it.month,
        columns: [
          { width: 8 },
          { width: 26 },
          { width: 12 },
          { width: 16, format: 'general' },
          { width: 16, format: 'money' },
          { width: 10 },
          { width: 40 },
        ],
        rows,
        frozenRows: 4,
        pageFooter: `${it.unitName} ${monthName(it.month)}`,
      },
    ],
  };
}

/** 汇总表: the units below one, and their sum in the last row. */
export function sumsWorkbook(it: StatementSumsAnswer): { readonly name: string; readonly sheets: readonly OutSheet[] } {
  const period = it.from === it.to ? monthName(it.from) : `${monthName(it.from)}—${monthName(it.to)}`;
  const valueOf = (sums: StatementSumsAnswer['total']['sums'], line: string, field: string) =>
    sums.find((sum) => sum.line === line && sum.field === field)?.value ?? 0;
  const told = (name: string, part: StatementSumsAnswer['total']) =>
    row(
      text(name),
      { value: part.expected, format: 'integer' },
      { value: part.submitted, format: 'integer' },
      { value: part.accepted, format: 'integer' },
      ...it.lines.flatMap(({ line, cost }) => [
        amount(valueOf(part.sums, line, 'amount')),
        ...(cost ? [money(valueOf(part.sums, line, 'cost'))] : []),
      ]),
    );
  return {
    name: `${it.unitName} ${it.from}至${it.to} 能源资源消费汇总`,
    sheets: [
      {
        name: '汇总',
        columns: [{ width: 28 }, ...Array.from({ length: 3 + 2 * it.lines.length }, () => ({ width: 14 }))],
        rows: [
          row(text(`${it.unitName} 公共机构能源资源消费状况汇总（${period}）`)),
          row(
            head('单位'),
            head('应报'),
            head('已报送'),
            head('已审核'),
            ...it.lines.flatMap(({ line, measure, cost }) => [
              head(`${lineName(line)}（${measureName(measure)}）`),
              ...(cost ? [head(`${lineName(line)}费用（元）`)] : []),
            ]),
          ),
          ...it.rows.map((each) => told(each.name, each)),
          told('合计', it.total),
        ],
        frozenRows: 2,
        pageFooter: `${it.unitName} ${period}`,
      },
    ],
  };
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
const localDay = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
