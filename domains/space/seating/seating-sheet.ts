import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { choicesOf, written } from '../ledger/building-sheet.ts';
import { seatingOf } from './seating-store.ts';
import { standings } from './words.zh.ts';

/** 人员用房 as a sheet: what a count has found, two rooms of one person too. A person is known by name and unit. */
export const seatingSheet = sheet({
  kind: 'space.seating',
  title: { zh: '人员用房', en: 'Who sits where' },
  key: ['keeper', 'building', 'floor', 'number', 'unit', 'person'],
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
    },
    floor: { type: 'integer', title: { zh: '楼层', en: 'Floor' }, required: true, min: -20, max: 200, example: '3' },
    number: {
      type: 'text',
      title: { zh: '房号', en: 'Number' },
      required: true,
      maxLength: 30,
      example: '301',
      aliases: ['房间号'],
    },
    unit: { type: 'unit', title: { zh: '任职单位', en: 'Unit of the post' }, required: true, aliases: ['使用单位'] },
    person: { type: 'text', title: { zh: '姓名', en: 'Name' }, required: true, maxLength: 100, aliases: ['人员'] },
    from: { type: 'day', title: { zh: '入座日期', en: 'Since' }, required: true },
    standing: {
      type: 'choice',
      title: { zh: '使用情形', en: 'Standing' },
      required: true,
      choices: choicesOf(standings),
    },
    paper: { type: 'text', title: { zh: '批准文件', en: 'Paper' }, maxLength: 200 },
  },
  verb: 'space.seat-person',
  input: ({ keeper, building, floor, number, unit, person, from, ...row }) => ({
    room: { keeper, building, floor, number },
    person: { name: person, unit },
    from,
    asFound: true,
    ...written(row),
  }),
  async existing(tx, keys) {
    const column = (at: number) => keys.map((key) => String(key[at]));
    const rows = await tx.rows<{ id: string; version: number } & Record<string, string | number | null>>(sql`
      select distinct on (s.id, k.unit) s.id, s.version, k.keeper, k.building, k.floor, k.number, k.unit, k.person, s.from_day::text as "from", s.standing,
             nullif(s.paper, '') as paper
        from unnest(${column(0)}::uuid[], ${column(1)}::text[], ${column(2)}::int[], ${column(3)}::text[], ${column(4)}::uuid[], ${column(5)}::text[])
             k (keeper, building, floor, number, unit, person)
        join space.building b on b.unit_id = k.keeper and b.name = k.building
        join space.floor f on (f.node_id, f.building_id) = (b.node_id, b.id) and f.number = k.floor
        join space.room r on (r.node_id, r.floor_id) = (f.node_id, f.id) and r.number = k.number
        join space.seating s on (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null
        join kernel.person x on (x.node_id, x.id) = (s.node_id, s.person_id) and x.name = k.person`);
    return rows.map(({ id, version, ...values }) => ({ object: seatingOf({ id }), version, values }));
  },
});
