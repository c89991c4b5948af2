import { fillWords, type Words } from '../words.ts';

/** Wording of everything that can be wrong with one cell or one row. Places in braces come from the problem's data. */
export const cellProblemWords = {
  missing: { zh: '此项必填', en: 'Must be filled in' },
  'too-long': { zh: '最多 {max} 个字，现有 {length} 个', en: 'At most {max} characters, there are {length}' },
  'control-character': {
    zh: '含有看不见的控制字符 {codePoint}',
    en: 'Holds an invisible control character {codePoint}',
  },
  'direction-mark': {
    zh: '含有改变书写方向的字符 {codePoint}',
    en: 'Holds a mark that turns the writing direction, {codePoint}',
  },
  'line-break': { zh: '单元格内不能换行', en: 'A line break is not possible in this column' },
  'unreadable-character': {
    zh: '含有无法识别的字符，请检查文件编码',
    en: 'Holds a character that cannot be read; check the encoding of the file',
  },
  'shortened-by-spreadsheet': {
    zh: '表格软件已把号码变成 {text}，请将该列设为文本后重新填写',
    en: 'The spreadsheet program has shortened this number to {text}; format the column as text and enter it again',
  },
  'turned-into-date': {
    zh: '表格软件已把内容变成日期，请将该列设为文本后重新填写',
    en: 'The spreadsheet program has turned this into a date; format the column as text and enter it again',
  },
  'not-a-number': { zh: '“{text}”不是数字', en: '“{text}” is not a number' },
  'not-whole': { zh: '必须是整数，现为 {text}', en: 'Must be a whole number, is {text}' },
  'too-many-decimals': { zh: '最多 {max} 位小数，现为 {text}', en: 'At most {max} decimals, is {text}' },
  'too-large': { zh: '数字过大', en: 'The number is too large' },
  'below-least': { zh: '不能小于 {min}', en: 'Must not be below {min}' },
  'above-most': { zh: '不能大于 {max}', en: 'Must not be above {max}' },
  'not-money': { zh: '“{text}”不是金额', en: '“{text}” is not an amount of money' },
  'part-of-a-fen': { zh: '金额精确到分，“{text}”多于两位小数', en: 'Money is exact to the fen; “{text}” is finer' },
  'not-a-day': {
    zh: '“{text}”不是日期，请写成 2026-03-05',
    en: '“{text}” is not a day; write it as 2026-03-05',
  },
  'day-too-early': { zh: '不能早于 {from}', en: 'Must not be before {from}' },
  'day-too-late': { zh: '不能晚于 {to}', en: 'Must not be after {to}' },
  'not-an-instant': {
    zh: '“{text}”不是日期和时间，请写成 2026-03-05 14:30',
    en: '“{text}” is not a date and time; write it as 2026-03-05 14:30',
  },
  'zone-needed': {
    zh: '1992 年以前的时间须写明时区，如 +08:00',
    en: 'A time before 1992 must carry its zone, as +08:00',
  },
  'not-a-choice': { zh: '“{text}”不在可选项中：{choices}', en: '“{text}” is not one of: {choices}' },
  'unknown-unit': { zh: '没有名为“{text}”的单位', en: 'There is no unit “{text}”' },
  'ambiguous-unit': {
    zh: '有多个单位叫“{text}”，请填写单位代码',
    en: 'Several units are called “{text}”; write the code of the unit',
  },
  'not-yes-or-no': { zh: '“{text}”请填“是”或“否”', en: '“{text}”: write 是 or 否' },
  'spreadsheet-error': { zh: '单元格内容是错误值 {text}', en: 'The cell holds the error {text}' },
  'formula-not-calculated': {
    zh: '公式还没有计算结果，请用表格软件打开并保存一次',
    en: 'The formula has no result yet; open the file in a spreadsheet program and save it',
  },
  'not-acceptable': { zh: '{zh}', en: '{en}' },
  'key-repeated': { zh: '与第 {line} 行重复', en: 'Repeats row {line}' },
  'too-many-cells': {
    zh: '本行有 {cells} 格，多于表头的 {headers} 格',
    en: 'The row has {cells} cells, more than the {headers} headers',
  },
} as const satisfies Record<string, Words>;

export type CellProblemCode = keyof typeof cellProblemWords;

/** One reason why a row does not go in: the cell at fault, or null when it is the row as a whole. */
export interface RowProblem {
  readonly column: string | null;
  readonly code: string;
  readonly message: Words;
}

export const cellProblem = (
  column: string | null,
  code: CellProblemCode,
  data: Readonly<Record<string, unknown>> = {},
): RowProblem => ({ column, code, message: fillWords(cellProblemWords[code], data) });
