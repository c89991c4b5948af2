import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';

/**
 * 读数 as a sheet, for what somebody keeps by hand: a few thousand rows, each an act of its own. A reading that is there with another value
 * is corrected. Archives come in by `energy.hourly`, gateways by batches.
 */
export const readingSheet = sheet({
  kind: 'energy.reading',
  title: { zh: '读数', en: 'Readings' },
  key: ['key', 'at'],
  columns: {
    key: {
      type: 'text',
      title: { zh: '表号', en: 'Number' },
      required: true,
      maxLength: 80,
      example: 'LJ-0001',
      aliases: ['meter_id', '表计编号'],
    },
    at: {
      type: 'instant',
      title: { zh: '时间', en: 'At' },
      required: true,
      example: '2026-03-01 08:00',
      aliases: ['datetime', 'timestamp', '抄表时间'],
    },
    value: {
      type: 'decimal',
      title: { zh: '读数', en: 'Value' },
      required: true,
      decimals: 3,
      min: -1_000_000_000,
      max: 1_000_000_000,
      example: '1234.5',
      note: {
        zh: '按表计登记的读法：时段用量或表底数',
        en: 'as the meter is registered: use in the interval, or the register',
      },
    },
  },
  verb: 'energy.receive-readings',
  changeVerb: 'energy.correct-reading',
  input: ({ key, at, value }) => ({ meters: [{ key, readings: [{ at, value }] }] }),
  changeInput: ({ at, value }, { object }, { line }) => ({
    meter: object.id,
    at,
    value,
    why: `导入更正，第 ${line} 行`,
  }),
  async existing(tx, keys) {
    const rows = await tx.rows<{ meter: string; key: string; at: Date; value: number }>(sql`
      select m.id as meter, k.key, k.at, coalesce(r.value, g.value) as value
        from unnest(${keys.map(([key]) => String(key))}::text[], ${keys.map(([, at]) => String(at))}::timestamptz[]) as k (key, at)
        join energy.instrument i on i.key = k.key and i.to_at is null
        join energy.meter m on (m.node_id, m.id) = (i.node_id, i.meter_id)
        left join lateral (
          select value from energy.reading
           where m.reads = 'interval' and meter_id = m.id
             and at = k.at - case when m.stamped = 'ends' then m.interval_minutes * interval '1 minute' else interval '0' end) r on true
        left join energy.register g on m.reads = 'register' and g.meter_id = m.id and g.at = k.at
       where coalesce(r.value, g.value) is not null`);
    return rows.map(({ meter, key, at, value }) => ({
      object: { kind: 'energy.meter', id: meter },
      values: { key, at: at.toISOString(), value: value / 1000 },
    }));
  },
});
