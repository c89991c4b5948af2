import { sql, type Words } from '@opengoa/kernel';
import { type AnyRow, type CellValue, type Choice, type RowContext, sheet } from '@opengoa/kernel/exchange';
import { uses } from '../words.zh.ts';
import { approvalsOfOld } from './words.zh.ts';

const choices = <Code extends string>(words: Readonly<Record<Code, Words>>): Choice[] =>
  Object.entries<Words>(words).map(([code, { zh, en }]) => ({ code, zh, en }));

/** Columns that an export of the ledger does not bring back, as it cannot say what the register left out: the trip's own words for them. */
const inTrip = {
  plannedFrom: 'startsAt',
  plannedUntil: 'endsAt',
  plannedKm: 'distanceKm',
  toldKm: 'drivenKm',
  beyondCity: 'crossCity',
} as const;
const asTrip = (row: AnyRow): AnyRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [inTrip[name as keyof typeof inTrip] ?? name, value]));

const sourceOf = ({ fileName = '表格', line }: RowContext) => `${fileName} 第 ${line} 行`;

/** 历史行程 as a sheet: the register of trips from before this program. A vehicle departs once at a moment: that tells one row from another. */
export const tripSheet = sheet({
  kind: 'vehicles.trip',
  title: { zh: '历史行程', en: 'Past trips' },
  key: ['plate', 'departedAt'],
  columns: {
    plate: {
      type: 'text',
      title: { zh: '车牌', en: 'Plate' },
      required: true,
      maxLength: 20,
      example: '青A·10001',
      aliases: ['车牌号', '车号'],
    },
    departedAt: {
      type: 'instant',
      title: { zh: '实际出车', en: 'Departed' },
      required: true,
      example: '2025-11-03 08:10',
      aliases: ['出车时间', '出发时间'],
    },
    returnedAt: {
      type: 'instant',
      title: { zh: '实际返回', en: 'Returned' },
      required: true,
      example: '2025-11-03 16:40',
      aliases: ['返回时间', '收车时间'],
    },
    unit: { type: 'unit', title: { zh: '用车单位', en: 'Unit' }, required: true, aliases: ['用车部门'] },
    askerName: {
      type: 'text',
      title: { zh: '申请人', en: 'Asked by' },
      required: true,
      maxLength: 50,
      aliases: ['用车人'],
    },
    purpose: { type: 'text', title: { zh: '事由', en: 'Purpose' }, required: true, maxLength: 200 },
    use: { type: 'choice', title: { zh: '用途', en: 'Use' }, required: true, choices: choices(uses) },
    fromPlace: {
      type: 'text',
      title: { zh: '出发地', en: 'From place' },
      required: true,
      maxLength: 100,
      aliases: ['起点'],
    },
    toPlace: { type: 'text', title: { zh: '目的地', en: 'To' }, required: true, maxLength: 100, aliases: ['终点'] },
    people: { type: 'integer', title: { zh: '人数', en: 'People' }, required: true, min: 1, max: 60 },
    plannedFrom: {
      type: 'instant',
      title: { zh: '批准出车', en: 'Planned from' },
      aliases: ['计划出车'],
      note: { zh: '审批的用车时间；不填即同实际时间', en: 'as approved; left out: as driven' },
    },
    plannedUntil: { type: 'instant', title: { zh: '批准返回', en: 'Planned until' }, aliases: ['计划收车'] },
    plannedKm: {
      type: 'integer',
      title: { zh: '批准里程（km）', en: 'Planned distance' },
      min: 1,
      max: 10_000,
      note: { zh: '往返', en: 'there and back' },
    },
    toldKm: {
      type: 'integer',
      title: { zh: '行驶里程（km）', en: 'Driven distance' },
      min: 0,
      max: 100_000,
      aliases: ['里程'],
      note: { zh: '有两次里程表读数的可不填', en: 'may be left out where both readings are there' },
    },
    odometerOutKm: { type: 'integer', title: { zh: '出车里程表', en: 'Odometer out' }, min: 0, max: 2_000_000 },
    odometerInKm: { type: 'integer', title: { zh: '返回里程表', en: 'Odometer back' }, min: 0, max: 2_000_000 },
    beyondCity: { type: 'yes-no', title: { zh: '是否出市', en: 'Left the city' } },
    driverName: { type: 'text', title: { zh: '驾驶员', en: 'Driver' }, maxLength: 50, aliases: ['司机'] },
    approval: {
      type: 'choice',
      title: { zh: '审批情况', en: 'Approval' },
      required: true,
      choices: choices(approvalsOfOld),
      note: {
        zh: '照台账填写；没有审批的行程也要补录，不补办审批',
        en: 'as the register has it; a trip without approval is booked too, and not approved afterwards',
      },
    },
    approvedName: { type: 'text', title: { zh: '审批人', en: 'Approved by' }, maxLength: 50, aliases: ['批准人'] },
    approvedAt: { type: 'instant', title: { zh: '审批时间', en: 'Approved at' } },
    paper: { type: 'text', title: { zh: '原单号', en: 'Old number' }, maxLength: 60, aliases: ['派车单号'] },
    duty: {
      type: 'text',
      title: { zh: '值班值守', en: 'Duty' },
      maxLength: 200,
      note: { zh: '节假日用封存车辆的事由', en: 'why a vehicle sealed on a holiday went' },
    },
    why: { type: 'text', title: { zh: '说明', en: 'Remark' }, maxLength: 500, aliases: ['备注'] },
    fuelFen: { type: 'money-fen', title: { zh: '途中油费', en: 'Fuel on the way' }, minFen: 0, maxFen: 100_000_000 },
    tollFen: {
      type: 'money-fen',
      title: { zh: '通行费', en: 'Toll' },
      minFen: 0,
      maxFen: 100_000_000,
      aliases: ['过路费'],
    },
    parkingFen: { type: 'money-fen', title: { zh: '停车费', en: 'Parking' }, minFen: 0, maxFen: 100_000_000 },
    stars: { type: 'integer', title: { zh: '评价', en: 'Stars' }, min: 1, max: 5 },
  },
  verb: 'vehicles.book-trips',
  input: (row, context) => ({ source: sourceOf(context), trips: [asTrip(row)] }),
  changeInput: (row, { object }, context) => ({
    source: sourceOf(context),
    trips: [{ ...asTrip(row), corrects: object.id }],
  }),
  made: ({ facts }) => facts.find(({ type }) => type === 'vehicles.TripBooked')?.object ?? null,
  async existing(tx, keys) {
    const found = await tx.rows<Row>(sql`
      select id, unit_id as unit, plate, asker_name as "askerName", purpose, use, from_place as "fromPlace", to_place as "toPlace", people,
             distance_km as "plannedKm", driven_km as "toldKm", odometer_out_km as "odometerOutKm", odometer_in_km as "odometerInKm",
             cross_city as "beyondCity", driver_name as "driverName", approval, approved_name as "approvedName", paper, duty, why, fuel_fen as "fuelFen",
             toll_fen as "tollFen", parking_fen as "parkingFen", stars, untold,
             array[departed_at, returned_at, starts_at, ends_at, approved_at] as moments
        from vehicles.trip
       where (plate, departed_at) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, at]) => String(at))}::timestamptz[]))`);
    return found.map(({ id, moments, untold, ...told }) => {
      const [departedAt, returnedAt, plannedFrom, plannedUntil, approvedAt] = moments.map(
        (at) => at?.toISOString() ?? null,
      );
      const values = { ...told, departedAt, returnedAt, plannedFrom, plannedUntil, approvedAt } as Record<
        string,
        CellValue
      >;
      for (const name of Object.keys(values))
        if (untold.includes(inTrip[name as keyof typeof inTrip] ?? name)) values[name] = null;
      return { object: { kind: 'vehicles.trip', id }, values };
    });
  },
  undo: ({ outcome, object, before, line }) => {
    if (!object) return null;
    const why = `撤销导入，第 ${line} 行`;
    if (outcome === 'new') return { verb: 'vehicles.strike-trip', input: { trip: object.id, why } };
    return {
      verb: 'vehicles.book-trips',
      input: { source: why, trips: [{ ...asTrip(before ?? {}), corrects: object.id }] },
    };
  },
});

type Row = Readonly<Record<string, CellValue>> & {
  readonly id: string;
  readonly untold: readonly string[];
  readonly moments: readonly (Date | null)[];
};
