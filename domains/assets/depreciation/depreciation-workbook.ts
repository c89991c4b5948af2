import type { OutCell, OutRow, OutSheet } from '@opengoa/kernel/exchange';
import { topClasses } from '../cards/words.zh.ts';
import type { Depreciation } from './contract.ts';

const text = (value: string): OutCell => ({ value, format: 'text' });
const head = (value: string): OutCell => ({ value, look: 'header' });
const money = (fen: number): OutCell => ({ value: fen / 100, format: 'money' });
const figures = (row: Depreciation['total']): OutCell[] => [
  { value: row.cards },
  { value: row.quantity },
  money(row.valueFen),
  money(row.monthFen),
  money(row.yearFen),
  money(row.accumulatedFen),
  money(row.netFen),
];
const heads = ['项数', '数量', '原值（元）', '本月折旧（元）', '本年折旧（元）', '累计折旧（元）', '净值（元）'].map(
  head,
);

/** 固定资产折旧表, and beside it the cards of the unit and class asked for. */
export function depreciationWorkbook({ day, rows, total, cards }: Depreciation): {
  readonly name: string;
  readonly sheets: readonly OutSheet[];
} {
  const wide = { width: 16 };
  const columns = [{ width: 28 }, { width: 18 }, wide, wide, wide, wide, wide, wide, wide];
  const statement: OutRow[] = [
    { cells: [head('单位'), head('门类'), ...heads] },
    ...rows.map((row) => ({
      cells: [
        text(row.unitName),
        text(`${row.class} ${topClasses[row.class as keyof typeof topClasses]?.zh ?? ''}`),
        ...figures(row),
      ],
    })),
    { cells: [head('合计'), text(''), ...figures(total)] },
  ];
  const lines: OutRow[] = [
    { cells: [head('资产编号'), head('名称'), ...heads] },
    ...cards.map((card) => ({ cells: [text(card.number), text(card.name), ...figures(card)] })),
  ];
  return {
    name: `固定资产折旧表-${day}`,
    sheets: [
      { name: '折旧表', columns, rows: statement, frozenRows: 1 },
      ...(cards.length === 0 ? [] : [{ name: '资产明细', columns, rows: lines, frozenRows: 1 }]),
    ],
  };
}
