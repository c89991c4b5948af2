import { sql, words } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { namesOf } from './add-dependency.ts';
import { partKindWords } from './words.ts';

/** 依赖关系 as a sheet. What stands already is known by its unit, part and what it needs; taken back, it ends on the day it began. */
export const dependencySheet = sheet({
  kind: 'risk-centre.dependency',
  title: words('依赖关系', 'Dependencies'),
  key: ['unit', 'part', 'needs'],
  columns: {
    unit: { type: 'unit', title: words('单位', 'Unit'), required: true },
    part: { type: 'text', title: words('部件', 'Part'), required: true, maxLength: 100, example: '机房服务器' },
    kind: {
      type: 'choice',
      title: words('类别', 'Kind'),
      required: true,
      choices: Object.entries(partKindWords).map(([code, { zh, en }]) => ({ code, zh, en })),
    },
    needs: {
      type: 'text',
      title: words('依赖', 'Needs'),
      required: true,
      maxLength: 1_000,
      example: '机房空调、机房配电',
      note: words('多个用“、”隔开', 'several with 、 between them'),
      check: (text) => {
        const names = namesOf(text);
        return names.length > 0 && names.length <= 20 && new Set(names).size === names.length
          ? null
          : words('应为 1 至 20 个不重复的名称', 'one to twenty names, none twice');
      },
    },
    atLeast: {
      type: 'integer',
      title: words('至少几个', 'At least'),
      min: 1,
      max: 20,
      note: words('不填为全部都需要', 'left out: all of them'),
    },
    since: { type: 'day', title: words('起始日期', 'Since'), required: true },
    hourLossFen: {
      type: 'money-fen',
      title: words('停用每小时损失', 'Loss of an hour'),
      minFen: 0,
      maxFen: 100_000_000_000,
    },
    repairHours: {
      type: 'decimal',
      title: words('通常修复工时', 'Hours of a repair'),
      decimals: 1,
      min: 0.1,
      max: 10_000,
    },
  },
  verb: 'risk-centre.add-dependency',
  input: (row) => ({ ...row, source: 'file' }),
  async existing(tx, keys) {
    const said = keys.map(([, , needs]) => namesOf(String(needs)).join('、'));
    const found = await tx.rows<Record<string, string | number | null> & { id: string; asked: string }>(sql`
      select n.id, n.unit_id as unit, n.part, n.kind, k.written as needs, n.at_least as "atLeast", n.since::text as since, n.hour_loss_fen::float8 as "hourLossFen",
             n.repair_hours as "repairHours"
        from risk_centre_read.need_v1 n
        join unnest(${keys.map(([unit]) => String(unit))}::uuid[], ${keys.map(([, part]) => String(part))}::text[], ${said}::text[],
                    ${keys.map(([, , needs]) => String(needs))}::text[]) as k (unit, part, said, written)
          on (n.unit_id, n.part, n.said) = (k.unit, k.part, k.said)
       where n.until is null`);
    return found.map(({ id, ...values }) => ({ object: { kind: 'risk-centre.need', id }, values }));
  },
  undo: ({ object, outcome }) =>
    object && outcome === 'new' ? { verb: 'risk-centre.end-dependency', input: { need: object.id } } : null,
});
