import { sql, type Words } from '@opengoa/kernel';
import { type Choice, sheet } from '@opengoa/kernel/exchange';
import { buildingsWhere } from './building-store.ts';
import { buildingOf } from './premises.ts';
import { buildingForms, structures } from './words.zh.ts';

/** Choices of a sheet's column from the room's words. */
export const choicesOf = (words: Readonly<Record<string, Words>>): Choice[] =>
  Object.entries(words).map(([code, { zh, en }]) => ({ code, zh, en }));

/** Without the columns that a file leaves blank: the verb's own defaults stand for them. */
export const written = <Shape extends object>(row: Shape): Partial<Shape> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<Shape>;

/** 房屋台账 as a sheet: what goes out of the ledger comes back in. A building is known by its keeper and name. */
export const buildingSheet = sheet({
  kind: 'space.building',
  title: { zh: '房屋', en: 'Buildings' },
  key: ['unit', 'name'],
  columns: {
    name: {
      type: 'text',
      title: { zh: '房屋', en: 'Building' },
      required: true,
      maxLength: 100,
      example: '1号办公楼',
      aliases: ['房屋名称', '楼宇名称', '楼名'],
    },
    unit: { type: 'unit', title: { zh: '管理单位', en: 'Kept by' }, required: true },
    address: { type: 'text', title: { zh: '坐落', en: 'Address' }, maxLength: 200, aliases: ['地址', '房屋坐落'] },
    form: {
      type: 'choice',
      title: { zh: '层数类型', en: 'Form' },
      required: true,
      choices: choicesOf(buildingForms),
      note: { zh: '多层或高层，决定使用面积系数', en: 'decides the coefficient of usable area' },
    },
    structure: {
      type: 'choice',
      title: { zh: '结构', en: 'Structure' },
      choices: choicesOf(structures),
      aliases: ['建筑结构'],
    },
    builtYear: { type: 'integer', title: { zh: '建成年份', en: 'Built' }, min: 1800, max: 2100 },
    grossAreaM2: {
      type: 'decimal',
      title: { zh: '建筑面积', en: 'Gross area' },
      decimals: 2,
      min: 0.01,
      max: 10_000_000,
      example: '8600',
      aliases: ['建筑面积(㎡)'],
    },
    valueFen: {
      type: 'money-fen',
      title: { zh: '账面价值', en: 'Book value' },
      minFen: 0,
      maxFen: 100_000_000_000_000,
    },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 500 },
  },
  verb: 'space.register-building',
  changeVerb: 'space.change-building',
  input: ({ unit, name, form, ...row }) => ({ unit, name, form, ...written(row) }),
  changeInput: ({ unit: _unit, ...row }, { object, version }) => ({ ...written(row), building: object.id, version }),
  async existing(tx, keys) {
    const found = await buildingsWhere(
      tx,
      sql`state <> 'disposed' and (unit_id, name) in (select * from unnest(${keys.map(([unit]) => String(unit))}::uuid[], ${keys.map(([, name]) => String(name))}::text[]))`,
    );
    return found.map(
      ({ version, name, unit, address, form, structure, builtYear, grossAreaM2, valueFen, note, id }) => ({
        object: buildingOf({ id }),
        version,
        values: {
          name,
          unit,
          address: address || null,
          form,
          structure,
          builtYear,
          grossAreaM2,
          valueFen,
          note: note || null,
        },
      }),
    );
  },
});
