import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { madeBy } from '../old-books/made-by.ts';

/** 年检 as a sheet: what was inspected before, and until when it holds. A vehicle is inspected once a day. */
export const inspectionSheet = sheet({
  kind: 'vehicles.inspection',
  title: { zh: '年检', en: 'Inspections' },
  key: ['plate', 'day'],
  columns: {
    plate: { type: 'text', title: { zh: '车牌号', en: 'Plate' }, required: true, maxLength: 20, example: '青A·10001' },
    day: { type: 'day', title: { zh: '年检日期', en: 'Inspected on' }, required: true, aliases: ['检验日期'] },
    validTo: { type: 'day', title: { zh: '有效期至', en: 'Valid to' }, required: true, aliases: ['检验有效期止'] },
    station: { type: 'text', title: { zh: '检验机构', en: 'Station' }, maxLength: 100 },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 300 },
    struck: {
      type: 'text',
      title: { zh: '撤销原因', en: 'Struck' },
      maxLength: 300,
      note: { zh: '导出时带有，导入时须为空', en: 'of an export; empty on the way in' },
      check: () => ({
        zh: '此次年检已撤销，不再导入；请删去这一行',
        en: 'it was struck and does not come in again; leave the row out',
      }),
    },
  },
  verb: 'vehicles.record-inspection',
  input: ({ struck: _struck, ...row }) => filled(row),
  changeInput: ({ struck: _struck, ...row }, { object }) => ({ ...filled(row), corrects: object.id }),
  made: ({ facts }) => madeBy(facts, 'vehicles.InspectionRecorded', 'vehicles.inspection'),
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string> & { id: string }>(sql`
      select id, plate, day, valid_to as "validTo", station, note from vehicles.inspection
       where struck is null and (plate, day) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, day]) => String(day))}::date[]))`);
    return found.map(({ id, ...values }) => ({
      object: { kind: 'vehicles.inspection', id },
      values: { ...values, station: values['station'] || null, note: values['note'] || null, struck: null },
    }));
  },
  undo: ({ outcome, object, before, line }) => {
    if (!object) return null;
    if (outcome === 'new')
      return { verb: 'vehicles.strike-inspection', input: { inspection: object.id, why: `撤销导入，第 ${line} 行` } };
    const { struck: _struck, ...was } = before ?? {};
    return { verb: 'vehicles.record-inspection', input: { ...filled(was), corrects: object.id } };
  },
});

/** The verb takes an empty text where a cell is empty. */
const filled = (row: Readonly<Record<string, unknown>>) => ({
  ...row,
  station: row['station'] ?? '',
  note: row['note'] ?? '',
});
