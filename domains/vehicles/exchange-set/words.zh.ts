import type { Words } from '@opengoa/kernel/contract';

export const exchangeFacts = {
  'vehicles.ExchangeSetMade': { zh: '生成车辆数据交换集', en: 'Exchange set made' },
} as const satisfies Record<string, Words>;

export const exchangeRefusals: Readonly<Record<string, Words>> = {
  'exchange-period': {
    zh: '起止日期须在 {days} 天以内，且不晚于今天。',
    en: 'The days lie within {days} days, and not after today.',
  },
  'exchange-set-over': {
    zh: '该数据交换集已过有效期，请重新生成并注明事由。',
    en: 'The set is over; make another one and say why.',
  },
  'exchange-set-too-large': {
    zh: '“{part}”超过 {most} 行，请缩短时段。',
    en: '"{part}" holds more than {most} rows; take fewer days.',
  },
};

/** The eighteen parts, in the order of the kinds of data that the exchange of vehicles' data between platforms names. */
export const partWords = {
  units: { zh: '单位', en: 'Units' },
  vehicles: { zh: '车辆', en: 'Vehicles' },
  overStandardVehicles: { zh: '超标准车辆', en: 'Vehicles over the standard' },
  drivers: { zh: '驾驶员', en: 'Drivers' },
  dispatches: { zh: '派车', en: 'Dispatches' },
  upkeep: { zh: '维修保养', en: 'Upkeep' },
  inspections: { zh: '年检', en: 'Inspections' },
  energy: { zh: '加油充电', en: 'Energy' },
  insurance: { zh: '保险', en: 'Insurance' },
  tolls: { zh: '通行', en: 'Tolls' },
  parking: { zh: '停车', en: 'Parking' },
  otherCosts: { zh: '其他费用', en: 'Other costs' },
  supervisionChecks: { zh: '监督检查', en: 'Supervision checks' },
  complaints: { zh: '投诉举报', en: 'Complaints' },
  hiredCars: { zh: '社会租车', en: 'Hired cars' },
  violations: { zh: '违法违规', en: 'Violations' },
  disposals: { zh: '处置', en: 'Disposals' },
  positions: { zh: '位置与里程', en: 'Positions' },
} as const satisfies Record<string, Words>;
/** Why what a part of a set holds is not read. */
export const notReadWords = {
  overStandardVehicles: {
    zh: '由本系统按现行标准判定，不取他处的结论',
    en: 'judged here by the standards in force, not taken from elsewhere',
  },
  supervisionChecks: { zh: '监督检查不属于车辆台账', en: 'supervision is kept apart from the ledger of vehicles' },
  complaints: { zh: '投诉举报不属于车辆台账', en: 'complaints are kept apart from the ledger of vehicles' },
  violations: {
    zh: '交换集不写明驾驶员姓名，不能记到人，请在驾驶员页面登记',
    en: 'the set does not say which driver; they are entered on the page of drivers',
  },
  disposals: {
    zh: '处置须由管理单位在车辆页面凭批准文件办理',
    en: 'a vehicle is disposed of on its page, by the paper that approved it',
  },
  positions: {
    zh: '只有每日里程合计，没有轨迹点；里程已在行程和里程表中',
    en: 'sums of a day without a track; trips and odometers have the distance',
  },
} as const satisfies Partial<Record<PartName, Words>>;
export type PartName = keyof typeof partWords;
