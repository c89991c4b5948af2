import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { madeBy } from '../old-books/made-by.ts';

/** 保养手册 as a sheet: items of the service books, how often they are due and when they were done last. */
export const serviceSheet = sheet({
  kind: 'vehicles.service',
  title: { zh: '保养手册', en: 'Service book' },
  key: ['plate', 'item'],
  columns: {
    plate: { type: 'text', title: { zh: '车牌号', en: 'Plate' }, required: true, maxLength: 20, example: '青A·10001' },
    item: { type: 'text', title: { zh: '项目', en: 'Item' }, required: true, maxLength: 60, example: '更换机油' },
    everyKm: {
      type: 'integer',
      title: { zh: '间隔里程（km）', en: 'Every (km)' },
      min: 100,
      max: 200_000,
      note: { zh: '里程、月数至少填一项', en: 'kilometres or months, or both' },
    },
    everyMonths: { type: 'integer', title: { zh: '间隔月数', en: 'Every months' }, min: 1, max: 120 },
    lastKm: {
      type: 'integer',
      title: { zh: '上次里程（km）', en: 'Last at (km)' },
      required: true,
      min: 0,
      max: 2_000_000,
    },
    lastDay: { type: 'day', title: { zh: '上次日期', en: 'Last on' }, required: true, aliases: ['上次'] },
  },
  verb: 'vehicles.plan-service',
  input: (row) => row,
  changeInput: (row) => row,
  made: ({ facts }) => madeBy(facts, 'vehicles.ServicePlanned', 'vehicles.service'),
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | null> & { id: string }>(sql`
      select id, plate, item, every_km as "everyKm", every_months as "everyMonths", last_km as "lastKm", last_day as "lastDay" from vehicles.service
       where (plate, item) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, item]) => String(item))}::text[]))`);
    return found.map(({ id, ...values }) => ({ object: { kind: 'vehicles.service', id }, values }));
  },
  undo: ({ outcome, object, before, line }) => {
    if (outcome === 'changed') return { verb: 'vehicles.plan-service', input: before };
    return object
      ? { verb: 'vehicles.strike-service', input: { service: object.id, why: `撤销导入，第 ${line} 行` } }
      : null;
  },
});
