import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import type { BuildingUse } from '../contract.ts';
import { choicesOf } from '../sheet-choices.ts';
import { buildingUses } from '../words.zh.ts';
import { buildingsWhere } from './building-store.ts';

/** 用能建筑 as a sheet: what goes out of the ledger comes back in. A building is known by its unit and name. */
export const buildingSheet = sheet({
  kind: 'energy.building',
  title: { zh: '用能建筑', en: 'Buildings' },
  key: ['unit', 'name'],
  columns: {
    name: {
      type: 'text',
      title: { zh: '建筑', en: 'Building' },
      required: true,
      maxLength: 100,
      example: '1号办公楼',
      aliases: ['building_id', '建筑名称'],
    },
    unit: { type: 'unit', title: { zh: '所属单位', en: 'Unit' }, required: true },
    use: { type: 'choice', title: { zh: '用途', en: 'Use' }, choices: choicesOf(buildingUses) },
    areaM2: {
      type: 'decimal',
      title: { zh: '建筑面积', en: 'Floor area' },
      decimals: 2,
      min: 0.01,
      max: 10_000_000,
      example: '4200',
      aliases: ['gross_internal_area_m2', '建筑面积(㎡)'],
      note: { zh: '平方米,不含宿舍与附属住宅', en: 'square metres, without dwellings' },
    },
    floors: { type: 'integer', title: { zh: '层数', en: 'Floors' }, min: 1, max: 200 },
    builtYear: { type: 'integer', title: { zh: '建成年份', en: 'Built' }, min: 1800, max: 2100 },
    people: { type: 'integer', title: { zh: '用能人数', en: 'People' }, min: 1, max: 1_000_000 },
    station: { type: 'text', title: { zh: '气象站', en: 'Station' }, maxLength: 60 },
    calendar: {
      type: 'text',
      title: { zh: '日历', en: 'Calendar' },
      maxLength: 60,
      note: { zh: '不填即为国家法定节假日', en: 'left out: the nation’s holidays' },
    },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 500 },
  },
  verb: 'energy.register-building',
  changeVerb: 'energy.change-building',
  input: ({ unit, use, station, calendar, note, ...row }) => ({
    ...row,
    unit,
    ...given({ use: use as BuildingUse | null, station, calendar, note }),
  }),
  changeInput: ({ unit: _unit, use, station, calendar, note, ...row }, { object, version }) => ({
    ...row,
    ...given({ use: use as BuildingUse | null, station, calendar, note }),
    building: object.id,
    version,
  }),
  async existing(tx, keys) {
    const found = await buildingsWhere(
      tx,
      sql`(unit_id, name) in (select * from unnest(${keys.map(([unit]) => String(unit))}::uuid[], ${keys.map(([, name]) => String(name))}::text[]))`,
    );
    return found.map(
      ({ id, version, name, unit, use, areaM2, floors, builtYear, people, station, calendar, note }) => ({
        object: { kind: 'energy.building', id },
        version,
        values: {
          name,
          unit,
          use,
          areaM2,
          floors,
          builtYear,
          people,
          station,
          calendar,
          note: note === '' ? null : note,
        },
      }),
    );
  },
});

/** Without the columns that a file leaves blank: the verb's own defaults stand for them. */
const given = <Shape extends object>(row: Shape): Partial<Shape> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<Shape>;
