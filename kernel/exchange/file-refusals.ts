import { Refused, refuse } from '../refusal.ts';
import type { Words } from '../words.ts';

/** Wording of every reason why a whole file is not taken. */
export const exchangeRefusals = {
  'empty-file': { zh: '文件是空的', en: 'The file is empty' },
  'file-too-large': { zh: '文件超过 {maxMb} MB', en: 'The file is larger than {maxMb} MB' },
  'not-a-table': {
    zh: '这不是表格文件（识别为 {kind}），请上传 xlsx 或 CSV',
    en: 'This is not a table (it looks like {kind}); send xlsx or CSV',
  },
  'legacy-workbook': {
    zh: '旧版 .xls/.xlsb 文件不能导入，请另存为 .xlsx',
    en: 'A legacy .xls or .xlsb workbook is not taken; save it as .xlsx',
  },
  'encrypted-file': { zh: '文件已加密，请去掉密码后再上传', en: 'The file is encrypted; remove its password' },
  'macro-workbook': {
    zh: '文件含有宏或嵌入对象（{part}），请另存为不含宏的 .xlsx',
    en: 'The file carries macros or embedded objects ({part}); save it as .xlsx without them',
  },
  'damaged-file': { zh: '文件已损坏，无法读取', en: 'The file is damaged and cannot be read' },
  'unsafe-archive': {
    zh: '压缩包内有不安全的条目（{why}）',
    en: 'The archive holds an unsafe entry ({why})',
  },
  'unpacks-too-large': {
    zh: '文件解压后过大（上限 {maxMb} MB）',
    en: 'Unpacked, the file is too large (at most {maxMb} MB)',
  },
  'too-many-entries': { zh: '压缩包内条目过多（上限 {max}）', en: 'The archive has too many entries (at most {max})' },
  'xml-with-dtd': {
    zh: '文件内的 XML 带有 DTD 或实体声明，不予读取',
    en: 'The XML inside declares a DTD or entities and is not read',
  },
  'no-such-sheet': {
    zh: '没有名为“{sheetName}”的工作表，现有：{sheetNames}',
    en: 'There is no sheet “{sheetName}”; there are: {sheetNames}',
  },
  'too-many-rows': { zh: '超过 {max} 行，请分批导入', en: 'More than {max} rows; import in parts' },
  'too-many-columns': { zh: '第 {line} 行超过 {max} 列', en: 'Row {line} has more than {max} columns' },
  'cell-too-long': { zh: '第 {line} 行有单元格超过 {max} 个字', en: 'A cell of row {line} is longer than {max}' },
  'unknown-encoding': {
    zh: '无法识别文件编码；可用 UTF-8（可带 BOM）或 GB18030',
    en: 'The encoding is not recognised; UTF-8 (with or without BOM) and GB18030 are taken',
  },
  'broken-quotes': { zh: '第 {line} 行的引号不成对', en: 'The quotes of row {line} do not pair' },
  'header-not-found': {
    zh: '找不到表头：文件中没有“{title}”的任何一列；首行为：{first}',
    en: 'No header found: the file has none of the columns of {title}; its first row is: {first}',
  },
  'header-repeated': {
    zh: '“{column}”对应了多列：{headers}；请指定用哪一列',
    en: '“{column}” is met by several columns: {headers}; say which one to take',
  },
  'column-missing': {
    zh: '缺少必填列：{columns}；文件中有：{has}',
    en: 'Required columns are missing: {columns}; the file has: {has}',
  },
  'no-such-column': {
    zh: '映射有误：没有“{name}”这一列；现有：{has}',
    en: 'The mapping names “{name}”, which does not exist; there are: {has}',
  },
  'no-rows': { zh: '表头以下没有数据', en: 'There is nothing below the header' },
  'reading-failed': {
    zh: '读取文件超出了时间或内存上限，任务已停止',
    en: 'Reading the file went beyond its time or memory and was stopped',
  },
  'rows-refused': {
    zh: '有 {count} 行不能导入，整批未导入',
    en: '{count} rows do not go in, so none of the batch did',
  },
  stopped: { zh: '已取消，没有任何改动', en: 'Stopped; nothing was changed' },
  'undo-not-possible': { zh: '这类表不支持撤销', en: 'Batches of this kind cannot be undone' },
  'import-has-ended': { zh: '这一批已结束（{state}）', en: 'This batch has ended ({state})' },
  'batch-not-finished': { zh: '这一批还未结束', en: 'The batch has not ended' },
  'export-asks-a-reason': {
    zh: '这份台账含个人信息，导出须写明事由',
    en: 'This ledger tells of people; say why it is exported',
  },
  'export-too-long': {
    zh: '共超过 {max} 行，请缩小筛选范围后再导出',
    en: 'More than {max} rows; narrow the filter and export again',
  },
} as const satisfies Record<string, Words>;

export type ExchangeRefusalCode = keyof typeof exchangeRefusals;

/** Thrown while a file is being read; the doors of this folder return it as a refusal. */
export const fileRefused = (code: ExchangeRefusalCode, data: Record<string, unknown> = {}): Refused =>
  new Refused(refuse(code, data));
