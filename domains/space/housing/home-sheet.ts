import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { homeOf } from './home.ts';

/** 周转住房 as a sheet. A home is known by its keeper, where it stands and its name; who lives there comes by an application alone. */
export const homeSheet = sheet({
  kind: 'space.home',
  title: { zh: '周转住房', en: 'Homes for staff' },
  key: ['unit', 'address', 'name'],
  columns: {
    name: {
      type: 'text',
      title: { zh: '住房', en: 'Home' },
      required: true,
      maxLength: 100,
      example: '3栋2单元501',
      aliases: ['住房名称', '房号'],
    },
    unit: { type: 'unit', title: { zh: '管理单位', en: 'Kept by' }, required: true },
    address: {
      type: 'text',
      title: { zh: '坐落', en: 'Address' },
      required: true,
      maxLength: 200,
      example: '人民路9号院',
      aliases: ['地址', '房屋坐落'],
    },
    building: {
      type: 'text',
      title: { zh: '台账房屋', en: 'Building of the ledger' },
      maxLength: 100,
      note: {
        zh: '房产台账中已有的房屋填其名称；没有的留空。登记后不按此列变更',
        en: 'its name, where the ledger has it; not changed afterwards',
      },
    },
    areaM2: {
      type: 'decimal',
      title: { zh: '面积', en: 'Area' },
      required: true,
      decimals: 2,
      min: 0.01,
      max: 10_000,
      example: '62.5',
      aliases: ['面积(㎡)', '建筑面积'],
    },
    rooms: {
      type: 'integer',
      title: { zh: '居室', en: 'Rooms' },
      required: true,
      min: 1,
      max: 50,
      example: '2',
      aliases: ['居室数', '间数'],
    },
    rentFen: {
      type: 'money-fen',
      title: { zh: '月租金', en: 'Rent a month' },
      required: true,
      minFen: 0,
      maxFen: 100_000_000,
      example: '500',
      note: { zh: '不收的填 0', en: '0 where nothing is paid' },
    },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 300 },
  },
  verb: 'space.register-home',
  changeVerb: 'space.change-home',
  input: ({ unit, building, note, ...row }) => ({
    unit,
    ...row,
    building: building === null ? null : { unit, name: building },
    note: note ?? '',
  }),
  changeInput: ({ unit: _unit, building: _building, note, ...row }, { object, version }) => ({
    ...row,
    note: note ?? '',
    home: object.id,
    version,
  }),
  async existing(tx, keys) {
    const column = (at: number) => keys.map((key) => String(key[at]));
    const rows = await tx.rows<{ id: string; version: number } & Record<string, string | number | null>>(sql`
      select id, version, name, unit_id as unit, coalesce(nullif(address, ''), building) as address, building, area_m2::float8 as "areaM2", rooms,
             rent_fen::float8 as "rentFen", nullif(note, '') as note
        from space_read.home_v1
       where state <> 'withdrawn' and (unit_id, coalesce(nullif(address, ''), building), name) in (
         select * from unnest(${column(0)}::uuid[], ${column(1)}::text[], ${column(2)}::text[]))`);
    return rows.map(({ id, version, ...values }) => ({ object: homeOf({ id }), version, values }));
  },
  undo: ({ outcome, object, line }) =>
    outcome === 'new' && object
      ? {
          verb: 'space.set-home-state',
          input: { home: object.id, version: 1, state: 'withdrawn', why: `撤销导入，第 ${line} 行` },
        }
      : null,
});
