import type { Kernel } from '../kernel.ts';
import { list, type List } from '../reads/list.ts';
import { type Words, words as pair } from '../words.ts';

/** One's own, and those of the units one leads. */
const who = ['self', 'head', 'leader', 'audit-admin'] as const;

const importsWith = (kinds: Readonly<Record<string, Words>>): List =>
  list('kernel.imports', {
    title: pair('导入记录', 'History of imports'),
    view: 'kernel.import_batch_v2',
    who,
    order: '-begun_at',
    columns: {
      begun_at: { title: pair('时间', 'When'), kind: 'instant', sort: true, filter: true },
      kind: { title: pair('表', 'Sheet'), kind: 'choice', filter: true, choices: kinds },
      file_name: { title: pair('文件', 'File'), kind: 'text', filter: true },
      person_name: { title: pair('导入人', 'By'), kind: 'text', filter: true },
      state: {
        title: pair('结果', 'Outcome'),
        kind: 'choice',
        filter: true,
        choices: {
          running: pair('进行中', 'Running'),
          stopped: pair('已取消', 'Stopped'),
          done: pair('已导入', 'Imported'),
          'taken-back': pair('已退回', 'Taken back'),
          'part-way': pair('部分退回', 'Partly taken back'),
          undone: pair('已撤销', 'Undone'),
          refused: pair('未导入', 'Not imported'),
        },
      },
      new_rows: { title: pair('新增', 'New'), kind: 'integer' },
      changed_rows: { title: pair('变更', 'Changed'), kind: 'integer' },
      same_rows: { title: pair('相同', 'Same'), kind: 'integer' },
      refused_rows: { title: pair('拒绝', 'Refused'), kind: 'integer' },
      unit_id: { title: pair('单位', 'Unit'), kind: 'unit', filter: true },
      ended_at: { title: pair('结束', 'Ended'), kind: 'instant' },
      person_id: { title: pair('导入人', 'By'), kind: 'person', hidden: true },
    },
  });

/** 导入记录, the sheets named as their rooms name them. */
export const importsIn = ({ rooms }: Pick<Kernel, 'rooms'>): List =>
  importsWith(Object.fromEntries(rooms.flatMap((room) => room.sheets ?? []).map((sheet) => [sheet.kind, sheet.title])));

/** Before the house is assembled no sheet is known. */
export const imports = importsWith({});

/** 被拒绝的行: why, by line of the file; taken out as a workbook beside the file it is about. */
export const importErrors = list('kernel.import-errors', {
  title: pair('被拒绝的行', 'Refused rows'),
  view: 'kernel.import_row_error_v1',
  who,
  order: 'line',
  columns: {
    line: { title: pair('行号', 'Row'), kind: 'integer', sort: true },
    reason: { title: pair('原因', 'Reason'), kind: 'text' },
    reason_en: { title: pair('原因（英文）', 'Reason (English)'), kind: 'text' },
    batch_id: { title: pair('批次', 'Import'), kind: 'id', hidden: true, filter: true },
    person_id: { title: pair('导入人', 'By'), kind: 'person', hidden: true },
  },
});

export const exchangeReads = [imports, importErrors];
