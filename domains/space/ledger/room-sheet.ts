import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { choicesOf, written } from './building-sheet.ts';
import { roomOf } from './premises.ts';
import { roomUses, zones } from './words.zh.ts';

/** 房间台账 as a sheet. Floors come with their rooms; a room is known by its building, floor and number. Whose it is changes by allotment alone. */
export const roomSheet = sheet({
  kind: 'space.room',
  title: { zh: '房间', en: 'Rooms' },
  key: ['keeper', 'building', 'floor', 'number'],
  columns: {
    keeper: {
      type: 'unit',
      title: { zh: '房屋管理单位', en: 'Building kept by' },
      required: true,
      aliases: ['管理单位'],
    },
    building: {
      type: 'text',
      title: { zh: '房屋', en: 'Building' },
      required: true,
      maxLength: 100,
      example: '1号办公楼',
      aliases: ['房屋名称', '楼宇名称', '楼名'],
    },
    floor: {
      type: 'integer',
      title: { zh: '楼层', en: 'Floor' },
      required: true,
      min: -20,
      max: 200,
      example: '3',
      note: {
        zh: '地下层为负数；没有登记的楼层会一并登记',
        en: 'below ground is negative; a floor that is not there is made',
      },
    },
    number: {
      type: 'text',
      title: { zh: '房号', en: 'Number' },
      required: true,
      maxLength: 30,
      example: '301',
      aliases: ['房间号', '门牌号'],
    },
    name: { type: 'text', title: { zh: '名称', en: 'Name' }, maxLength: 100 },
    use: {
      type: 'choice',
      title: { zh: '用途', en: 'Use' },
      choices: choicesOf(roomUses),
      note: { zh: '不填即为办公室', en: 'left out: office' },
    },
    areaM2: {
      type: 'decimal',
      title: { zh: '使用面积', en: 'Usable area' },
      required: true,
      decimals: 2,
      min: 0.01,
      max: 10_000_000,
      example: '18.5',
      aliases: ['使用面积(㎡)'],
    },
    toiletM2: { type: 'decimal', title: { zh: '套内卫生间', en: 'Toilet' }, decimals: 2, min: 0, max: 1_000 },
    restM2: { type: 'decimal', title: { zh: '套内休息室', en: 'Rest room' }, decimals: 2, min: 0, max: 1_000 },
    bound: {
      type: 'yes-no',
      title: { zh: '结构受限', en: 'Bound' },
      note: { zh: '墙体不能改动的房间，超面积时单独说明', en: 'walls that cannot be moved' },
    },
    zone: { type: 'choice', title: { zh: '安全区', en: 'Zone' }, choices: choicesOf(zones) },
    usedBy: {
      type: 'unit',
      title: { zh: '使用单位', en: 'Used by' },
      note: {
        zh: '已登记的房间不按此列变更，须办理分配',
        en: 'a room that is registered changes hands by allotment alone',
      },
    },
    usedFrom: {
      type: 'day',
      title: { zh: '使用起始日', en: 'Used since' },
      note: { zh: '填使用单位时必填', en: 'needed with the unit' },
    },
    paper: { type: 'text', title: { zh: '分配依据', en: 'By which paper' }, maxLength: 200 },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 500 },
  },
  verb: 'space.register-room',
  changeVerb: 'space.change-room',
  input: ({ keeper, building, floor, number, areaM2, usedBy, usedFrom, paper, ...row }) => ({
    building: { unit: keeper, name: building },
    floor,
    number,
    areaM2,
    ...written(row),
    // Without its day the verb refuses the row and says which field lacks.
    ...(usedBy === null ? {} : { allot: { unit: usedBy, from: usedFrom ?? '', paper: paper ?? '' } }),
  }),
  changeInput: (
    { keeper: _keeper, building: _building, floor: _floor, usedBy: _usedBy, usedFrom: _from, paper: _paper, ...row },
    { object, version },
  ) => ({ ...written(row), room: object.id, version }),
  async existing(tx, keys) {
    const column = (at: number) => keys.map((key) => String(key[at]));
    const rows = await tx.rows<{ id: string; version: number } & Record<string, string | number | boolean | null>>(sql`
      select r.id, r.version, b.unit_id as keeper, b.name as building, f.number as floor, r.number, nullif(r.name, '') as name, r.use,
             r.area_m2 as "areaM2", nullif(r.toilet_m2, 0) as "toiletM2", nullif(r.rest_m2, 0) as "restM2", r.bound, r.zone,
             t.unit_id as "usedBy", t.from_day::text as "usedFrom", nullif(t.paper, '') as paper, nullif(r.note, '') as note
        from space.room r
        join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
        join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
        left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
       where r.state <> 'disposed'
         and (b.unit_id, b.name, f.number, r.number) in (
           select * from unnest(${column(0)}::uuid[], ${column(1)}::text[], ${column(2)}::int[], ${column(3)}::text[]))`);
    return rows.map(({ id, version, ...values }) => ({ object: roomOf({ id }), version, values }));
  },
});
