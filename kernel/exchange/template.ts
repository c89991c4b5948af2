import type { SheetColumn, SheetDefinition } from './sheet-definition.ts';
import { byteOrderMark, csvLine } from './write-csv.ts';
import { columnLetters } from './raw-table.ts';
import {
  type DropDown,
  type OutCell,
  type OutColumn,
  type OutRow,
  type OutSheet,
  writeWorkbook,
} from './write-workbook.ts';

/** What a template offers besides the sheet's own choices. */
export interface TemplateOptions {
  /** Units that the importer may name. */
  readonly units?: readonly { readonly code: string; readonly title: string }[];
}

const listsName = 'lists';
/** Rows below the header that have drop-downs. */
const lastRow = 100_002;
const firstDataRow = 3;

/**
 * The empty workbook to be filled in: titles with the required ones marked, drop-downs, text columns that keep their
 * leading zeros, a sheet of notes, and a hidden row of codes by which the import knows the columns whatever they are
 * called by then.
 */
export function templateWorkbook(sheet: SheetDefinition, options: TemplateOptions = {}): AsyncGenerator<Buffer> {
  const columns = Object.entries(sheet.columns);
  const lists = columns.map(([, column]) => offered(column, options));
  const dropDowns = lists.flatMap((list, column): DropDown[] =>
    list.length === 0
      ? []
      : [
          {
            column,
            fromRow: firstDataRow,
            toRow: lastRow,
            range: `${listsName}!$${columnLetters(column)}$1:$${columnLetters(column)}$${list.length}`,
            strict: true,
          },
        ],
  );
  return writeWorkbook([
    {
      name: sheet.title.zh,
      columns: columns.map(([, column]) => shapeOf(column)),
      rows: [
        { hidden: true, cells: columns.map(([name]) => ({ value: `#${name}`, look: 'quiet' })) },
        {
          cells: columns.map(([, column]) => ({
            value: headerOf(column),
            look: column.required ? 'required' : 'header',
          })),
        },
      ],
      frozenRows: 2,
      dropDowns,
    },
    notesSheet(sheet, options),
    ...(dropDowns.length === 0 ? [] : [listsSheet(lists)]),
  ]);
}

/** The header line alone, UTF-8 with byte order mark. */
export const templateCsv = (sheet: SheetDefinition): Buffer =>
  Buffer.from(byteOrderMark + csvLine(Object.values(sheet.columns).map(headerOf)));

/** `* 购置价（万元）` */
function headerOf(column: SheetColumn): string {
  const mark = column.required ? '* ' : '';
  if (column.type !== 'money-fen') return `${mark}${column.title.zh}`;
  return `${mark}${column.title.zh}（${column.writtenIn === 'wan-yuan' ? '万元' : '元'}）`;
}

function offered(column: SheetColumn, { units = [] }: TemplateOptions): readonly string[] {
  if (column.type === 'choice') return column.choices.map((choice) => choice.zh);
  if (column.type === 'yes-no') return ['是', '否'];
  if (column.type !== 'unit') return [];
  const named = new Map<string, number>();
  for (const { title } of units) named.set(title, (named.get(title) ?? 0) + 1);
  return units.map(({ code, title }) => (named.get(title) === 1 ? title : `${title} [${code}]`));
}

const shapeOf = (column: SheetColumn): OutColumn => {
  const width = Math.min(40, Math.max(12, headerOf(column).length * 2 + 2));
  if (column.type === 'day' || column.type === 'instant') return { width: Math.max(width, 20), format: column.type };
  const isNumber = column.type === 'integer' || column.type === 'decimal' || column.type === 'money-fen';
  return { width, format: isNumber ? 'general' : 'text' };
};

const typeWords: Readonly<Record<SheetColumn['type'], string>> = {
  text: '文本',
  integer: '整数',
  decimal: '小数',
  'money-fen': '金额',
  day: '日期，如 2026-03-05',
  instant: '日期和时间，如 2026-03-05 14:30',
  choice: '从列表中选择',
  unit: '单位名称或单位代码',
  'yes-no': '是 / 否',
};

function limitsOf(column: SheetColumn): string {
  switch (column.type) {
    case 'text':
      return `最多 ${column.maxLength} 字`;
    case 'integer':
      return range(column.min, column.max);
    case 'decimal':
      return [column.decimals === 'as-measured' ? '' : `最多 ${column.decimals} 位小数`, range(column.min, column.max)]
        .filter(Boolean)
        .join('；');
    case 'money-fen':
      return `以${column.writtenIn === 'wan-yuan' ? '万元' : '元'}计，精确到分`;
    case 'day':
      return range(column.from, column.to);
    case 'choice':
      return column.choices.map((choice) => `${choice.zh}（${choice.code}）`).join('、');
    default:
      return '';
  }
}

const range = (from: number | string | undefined, to: number | string | undefined): string => {
  if (from !== undefined && to !== undefined) return `${from} 至 ${to}`;
  if (from !== undefined) return `不小于 ${from}`;
  return to === undefined ? '' : `不大于 ${to}`;
};

function notesSheet(sheet: SheetDefinition, options: TemplateOptions): OutSheet {
  const header: OutRow = {
    cells: ['列', 'Column', '必填', '填写内容', '限制或可选值', '说明', '示例'].map((value) => ({
      value,
      look: 'header',
    })),
  };
  const row = (column: SheetColumn): OutRow => ({
    cells: [
      headerOf(column).replace(/^\* /, ''),
      column.title.en,
      column.required ? '是' : '',
      typeWords[column.type],
      column.type === 'unit' && options.units ? `可选 ${options.units.length} 个单位` : limitsOf(column),
      column.note?.zh ?? '',
      column.example ?? '',
    ].map((value): OutCell => ({ value, format: 'text' })),
  });
  const advice = [
    `用“${sheet.key.map((name) => sheet.columns[name]!.title.zh).join(' + ')}”识别同一条记录：已有的更新，没有的新增${sheet.blankKeyIsNew ? '；不填的新增，自动编号' : ''}。`,
    '第 1 行是隐藏的列代码，请勿删除；列的顺序可以调整，整列可以删去，删去的列保持原值。',
    '公式只取其计算结果；带宏、加密或旧版 .xls 文件不能导入。',
  ].map((value): OutRow => ({ cells: [{ value, look: 'quiet' }] }));
  return {
    name: '填写说明',
    columns: [16, 20, 6, 24, 40, 40, 24].map((width) => ({ width })),
    rows: [header, ...Object.values(sheet.columns).map(row), { cells: [] }, ...advice],
    frozenRows: 1,
  };
}

function listsSheet(lists: readonly (readonly string[])[]): OutSheet {
  const length = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, line) => ({
    cells: lists.map((list): OutCell | null =>
      list[line] === undefined ? null : { value: list[line]!, format: 'text' },
    ),
  }));
  return { name: listsName, state: 'veryHidden', columns: [], rows };
}
