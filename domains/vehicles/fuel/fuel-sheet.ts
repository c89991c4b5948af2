import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { madeBy } from '../old-books/made-by.ts';
import { carriers } from '../words.zh.ts';

/** 加油充电 as a sheet: a month’s statement of the fuel card, or the old log. One that is there already is corrected by striking it and entering it anew. */
export const fuelSheet = sheet({
  kind: 'vehicles.fuel',
  title: { zh: '加油充电', en: 'Fuel' },
  key: ['plate', 'filledAt', 'carrier'],
  columns: {
    plate: { type: 'text', title: { zh: '车牌号', en: 'Plate' }, required: true, maxLength: 20, example: '青A·10001' },
    filledAt: {
      type: 'instant',
      title: { zh: '时间', en: 'At' },
      required: true,
      example: '2026-03-01 08:00',
      aliases: ['交易时间', '加油时间'],
    },
    carrier: {
      type: 'choice',
      title: { zh: '种类', en: 'Carrier' },
      required: true,
      choices: [
        { code: 'petrol', ...carriers.petrol, aliases: ['92#', '95#', '92号汽油', '95号汽油'] },
        { code: 'diesel', ...carriers.diesel, aliases: ['0#', '0号柴油'] },
        { code: 'electricity', ...carriers.electricity, aliases: ['电'] },
      ],
    },
    litres: { type: 'decimal', title: { zh: '加油量（L）', en: 'Litres' }, decimals: 2, min: 0.01, max: 2000 },
    electricityKwh: {
      type: 'decimal',
      title: { zh: '充电量（kWh）', en: 'Charged' },
      decimals: 2,
      min: 0.01,
      max: 2000,
    },
    costFen: { type: 'money-fen', title: { zh: '金额', en: 'Cost' }, required: true, minFen: 0, maxFen: 100_000_000 },
    odometerKm: {
      type: 'integer',
      title: { zh: '里程表（km）', en: 'Odometer' },
      required: true,
      min: 0,
      max: 2_000_000,
    },
    fullTank: {
      type: 'yes-no',
      title: { zh: '加满', en: 'Full' },
      note: { zh: '不填即为未加满；油耗按两次加满之间计算', en: 'left out: not filled up' },
    },
    station: { type: 'text', title: { zh: '站点', en: 'Station' }, maxLength: 100 },
    card: { type: 'text', title: { zh: '卡号', en: 'Card' }, maxLength: 40 },
  },
  verb: 'vehicles.record-fuel',
  input: ({ fullTank, station, card, ...row }) => ({
    ...row,
    full: fullTank ?? false,
    station: station ?? '',
    card: card ?? '',
  }),
  changeInput: ({ fullTank, station, card, ...row }, { object }) => ({
    ...row,
    full: fullTank ?? false,
    station: station ?? '',
    card: card ?? '',
    corrects: object.id,
  }),
  made: ({ facts }) => madeBy(facts, 'vehicles.FuelRecorded', 'vehicles.fuel'),
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | boolean | null> & { id: string; at: Date }>(sql`
      select id, plate, filled_at as at, carrier, litres::float, electricity_kwh::float as "electricityKwh", cost_fen as "costFen",
             odometer_km as "odometerKm", full_tank as "fullTank", station, card
        from vehicles.fuel
       where (plate, filled_at, carrier) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, at]) => String(at))}::timestamptz[],
                              ${keys.map(([, , carrier]) => String(carrier))}::text[]))`);
    return found.map(({ id, at, ...values }) => ({
      object: { kind: 'vehicles.fuel', id },
      values: {
        ...values,
        filledAt: at.toISOString(),
        station: values['station'] || null,
        card: values['card'] || null,
      },
    }));
  },
  undo: ({ outcome, object, before, line }) => {
    if (!object) return null;
    const why = `撤销导入，第 ${line} 行`;
    if (outcome === 'new') return { verb: 'vehicles.strike-fuel', input: { filling: object.id, why } };
    const { fullTank, station, card, ...was } = before ?? {};
    return {
      verb: 'vehicles.record-fuel',
      input: { ...was, full: fullTank, station: station ?? '', card: card ?? '', corrects: object.id },
    };
  },
});
