import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { choicesOf } from '../sheet-choices.ts';
import { carriers, measures, meterKinds, meterReads, meterUses } from '../words.zh.ts';

/** 表计 as a sheet. A meter is known by the number on its instrument; what it measures is not changed by a file. */
export const meterSheet = sheet({
  kind: 'energy.meter',
  title: { zh: '表计', en: 'Meters' },
  key: ['key'],
  columns: {
    key: {
      type: 'text',
      title: { zh: '表号', en: 'Number' },
      required: true,
      maxLength: 80,
      example: 'LJ-0001',
      aliases: ['meter_id', '表计编号'],
    },
    unit: { type: 'unit', title: { zh: '所属单位', en: 'Unit' }, required: true },
    building: {
      type: 'text',
      title: { zh: '建筑', en: 'Building' },
      required: true,
      maxLength: 100,
      example: '1号办公楼',
    },
    name: { type: 'text', title: { zh: '表计', en: 'Meter' }, required: true, maxLength: 100, example: '电力总表' },
    carrier: { type: 'choice', title: { zh: '能源', en: 'Carrier' }, required: true, choices: choicesOf(carriers) },
    measure: { type: 'choice', title: { zh: '计量单位', en: 'Measure' }, choices: choicesOf(measures) },
    kind: {
      type: 'choice',
      title: { zh: '层级', en: 'Kind' },
      choices: choicesOf(meterKinds),
      note: { zh: '不填即为总表', en: 'left out: main meter' },
    },
    use: {
      type: 'choice',
      title: { zh: '分项', en: 'Use' },
      choices: choicesOf(meterUses),
      note: { zh: '仅电力分项表', en: 'sub-meters of electricity alone' },
    },
    reads: {
      type: 'choice',
      title: { zh: '读法', en: 'Reads' },
      choices: choicesOf(meterReads),
      note: { zh: '不填即为时段用量', en: 'left out: use per interval' },
    },
    intervalMinutes: {
      type: 'integer',
      title: { zh: '间隔', en: 'Interval' },
      min: 5,
      max: 1440,
      example: '60',
      note: { zh: '分钟：5、10、15、30、60 或 1440', en: 'minutes: 5, 10, 15, 30, 60 or 1440' },
    },
    multiplier: { type: 'integer', title: { zh: '倍率', en: 'Multiplier' }, min: 1, max: 100_000 },
    digits: { type: 'integer', title: { zh: '表底位数', en: 'Digits' }, min: 3, max: 9 },
    validFrom: { type: 'day', title: { zh: '启用', en: 'From' }, required: true },
  },
  verb: 'energy.register-meter',
  input: ({ unit, building, measure, kind, reads, multiplier, ...row }) => ({
    ...row,
    building: { unit, name: building },
    ...(measure === null ? {} : { measure }),
    ...(kind === null ? {} : { kind }),
    ...(reads === null ? {} : { reads }),
    ...(multiplier === null ? {} : { multiplier }),
  }),
  async existing(tx, keys) {
    const rows = await tx.rows<{ id: string; version: number } & Record<string, string | number | null>>(sql`
      select m.id, m.version, i.key, m.unit_id as unit, b.name as building, m.name, m.carrier, m.measure, m.kind, m.use, m.reads,
             m.interval_minutes as "intervalMinutes", i.multiplier, m.digits, m.valid_from as "validFrom"
        from energy.instrument i
        join energy.meter m on (m.node_id, m.id) = (i.node_id, i.meter_id)
        join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
       where i.to_at is null and i.key = any (${keys.map(([key]) => String(key))}::text[])`);
    return rows.map(({ id, version, ...values }) => ({ object: { kind: 'energy.meter', id }, version, values }));
  },
});
