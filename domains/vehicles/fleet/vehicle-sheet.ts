import { sql, type Words } from '@opengoa/kernel';
import { type Choice, sheet } from '@opengoa/kernel/exchange';
import type { Body, Category, Condition, Power } from '../contract.ts';
import { bodies, categories, conditions, powers } from '../words.zh.ts';
import { vehiclesWhere } from './vehicle-store.ts';

/** Choices of a column from a room's words; a foreign register writes some of them its own way. */
export const choicesOf = (
  words: Readonly<Record<string, Words>>,
  aliases: Readonly<Record<string, readonly string[]>> = {},
): Choice[] =>
  Object.entries(words).map(([code, { zh, en }]) => ({
    code,
    zh,
    en,
    ...(aliases[code] ? { aliases: aliases[code] } : {}),
  }));

/** 车辆台账 as a sheet: what goes out of the ledger comes back in. Foreign registers are taken with the names their columns have. */
export const vehicleSheet = sheet({
  kind: 'vehicles.vehicle',
  title: { zh: '车辆台账', en: 'Vehicles' },
  key: ['plate'],
  columns: {
    plate: {
      type: 'text',
      title: { zh: '车牌号', en: 'Plate' },
      required: true,
      maxLength: 20,
      example: '青A·10001',
      aliases: ['UNIT_NO', '车号', '牌照'],
    },
    unit: {
      type: 'unit',
      title: { zh: '所属单位', en: 'Unit' },
      note: { zh: '不填即为导入人所在单位', en: 'left out: the unit of whoever imports' },
    },
    serves: {
      type: 'unit',
      title: { zh: '服务范围', en: 'Serves' },
      note: {
        zh: '为哪个单位及其下属用车，不填即为本单位',
        en: 'whose people it carries; left out: the institution itself',
      },
    },
    make: { type: 'text', title: { zh: '品牌', en: 'Make' }, required: true, maxLength: 60, example: '红旗' },
    model: { type: 'text', title: { zh: '型号', en: 'Model' }, required: true, maxLength: 60, example: 'H5' },
    modelYear: { type: 'integer', title: { zh: '年份', en: 'Year' }, min: 1950, max: 2100, example: '2022' },
    category: {
      type: 'choice',
      title: { zh: '车辆类别', en: 'Category' },
      choices: choicesOf(categories),
      note: { zh: '不填即为其他按规定配备的公务用车', en: 'left out: other official vehicle' },
    },
    body: {
      type: 'choice',
      title: { zh: '车型', en: 'Body' },
      aliases: ['CAT_GRP'],
      choices: choicesOf(bodies, {
        sedan: ['SEDAN-PASS'],
        'small-passenger': ['VAN-PASS', 'VAN-1/2T', 'VAN-3/4T', 'VAN-1TON'],
        goods: [
          'PICKU-COMP',
          'PICKU-1/2T',
          'PICKU-3/4T',
          'PICKU-1TON',
          'TRUCK-CUBE',
          'TRUCK-DUMP',
          'TRUCK-FLATB',
          'TRUCK-SLOAD',
          'TRUCK-RLOAD',
        ],
      }),
      note: { zh: '不填即为其他小型客车', en: 'left out: small passenger' },
    },
    power: {
      type: 'choice',
      title: { zh: '动力', en: 'Power' },
      choices: choicesOf(powers),
      note: { zh: '不填即为汽油', en: 'left out: petrol' },
    },
    condition: { type: 'choice', title: { zh: '配备依据', en: 'Condition' }, choices: choicesOf(conditions) },
    seats: {
      type: 'integer',
      title: { zh: '核定载客', en: 'Seats' },
      min: 1,
      max: 100,
      note: { zh: '含驾驶员；没有则不能派车', en: 'the driver included; without it the vehicle is not dispatched' },
    },
    displacementL: {
      type: 'decimal',
      title: { zh: '排气量（升）', en: 'Displacement (L)' },
      decimals: 2,
      min: 0,
      max: 20,
    },
    priceFen: {
      type: 'money-fen',
      title: { zh: '购置价', en: 'Price' },
      minFen: 0,
      maxFen: 2_000_000_000,
      note: { zh: '不含车辆购置税', en: 'without purchase tax' },
    },
    tankLitres: { type: 'decimal', title: { zh: '油箱容积（升）', en: 'Tank (L)' }, decimals: 1, min: 0, max: 2000 },
    batteryKwh: {
      type: 'decimal',
      title: { zh: '电池容量（千瓦时）', en: 'Battery (kWh)' },
      decimals: 1,
      min: 0,
      max: 2000,
    },
    inServiceDay: { type: 'day', title: { zh: '启用日期', en: 'In service' }, aliases: ['IN_SERV_DT'] },
    usedBy: {
      type: 'text',
      title: { zh: '使用部门', en: 'Used by' },
      maxLength: 120,
      aliases: ['REF_USING_DIV', 'REF_DIVISION'],
    },
    odometerKm: {
      type: 'integer',
      title: { zh: '里程', en: 'Odometer' },
      min: 0,
      max: 2_000_000,
      note: { zh: '只用于新登记', en: 'for new vehicles only' },
    },
  },
  verb: 'vehicles.register-vehicle',
  changeVerb: 'vehicles.change-vehicle',
  input: ({ unit, serves, odometerKm, ...row }, context) => ({
    ...described(row),
    unit: unit ?? context.unit,
    ...(serves === null ? {} : { serves }),
    plate: row.plate,
    odometerKm: odometerKm ?? 0,
  }),
  changeInput: ({ unit: _unit, serves, odometerKm: _odometerKm, ...row }, { object, version }) => ({
    ...described(row),
    vehicle: object.id,
    version,
    ...(serves === null ? {} : { serves }),
  }),
  async existing(tx, keys) {
    const found = await vehiclesWhere(
      tx,
      sql`state <> 'retired' and plate = any (${keys.map(([plate]) => String(plate))}::text[])`,
    );
    return found.map(({ id, version, outOn: _outOn, warnings: _warnings, state: _state, ...values }) => ({
      object: { kind: 'vehicles.vehicle', id },
      version,
      values,
    }));
  },
  undo: ({ outcome, object, line }) =>
    outcome === 'new' && object
      ? { verb: 'vehicles.strike-vehicle', input: { vehicle: object.id, why: `撤销导入，第 ${line} 行` } }
      : null,
});

interface Described {
  readonly plate: string;
  readonly make: string;
  readonly model: string;
  readonly modelYear: number | null;
  readonly category: string | null;
  readonly body: string | null;
  readonly power: string | null;
  readonly condition: string | null;
  readonly seats: number | null;
  readonly displacementL: number | null;
  readonly priceFen: number | null;
  readonly tankLitres: number | null;
  readonly batteryKwh: number | null;
  readonly inServiceDay: string | null;
  readonly usedBy: string | null;
}

const described = ({ plate: _plate, category, body, power, condition, usedBy, ...row }: Described) => ({
  ...row,
  category: (category ?? 'other') as Category,
  body: (body ?? 'small-passenger') as Body,
  power: (power ?? 'petrol') as Power,
  condition: (condition ?? 'ordinary') as Condition,
  usedBy: usedBy ?? '',
});
