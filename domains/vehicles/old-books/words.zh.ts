import type { Words } from '@opengoa/kernel/contract';

export const bookedFactWords = {
  'vehicles.RepairBooked': { zh: '补登维修', en: 'Repair booked' },
  'vehicles.RepairStruck': { zh: '撤销补登维修', en: 'Booked repair struck' },
  'vehicles.HireBooked': { zh: '补登租车', en: 'Hire booked' },
  'vehicles.HireStruck': { zh: '撤销补登租车', en: 'Booked hire struck' },
  'vehicles.TripBooked': { zh: '补录历史行程', en: 'Past trip booked' },
  'vehicles.TripStruck': { zh: '撤销补录行程', en: 'Booked trip struck' },
  'vehicles.FuelStruck': { zh: '撤销加油充电', en: 'Fuel struck' },
} as const satisfies Record<string, Words>;

/** What an old register says of the approval of a trip. */
export const approvalsOfOld = {
  approved: { zh: '已审批', en: 'Approved' },
  none: { zh: '无审批', en: 'Without approval' },
  unknown: { zh: '台账未载', en: 'Not told' },
} as const satisfies Record<string, Words>;

export const bookedRefusals: Readonly<Record<string, Words>> = {
  'went-its-way-here': {
    zh: '{what}是在本系统中审批、结算的，不能由补登更正或撤销。',
    en: '{what} was approved and settled here; it is not corrected or struck as a booked one.',
  },
  'plate-not-in-ledger': {
    zh: '{plate} 不在您调度的车辆台账中；请先登记车辆。',
    en: '{plate} is not in the ledger you dispatch from; register the vehicle first.',
  },
  'kept-here-since': {
    zh: '{plate} 自 {since} 起在本系统派车，此后的出车不能补录，须经申请、审批、派车。',
    en: '{plate} has been dispatched here since {since}; trips from then on go through request, approval and dispatch.',
  },
  'distance-not-told': {
    zh: '{plate} {at} 的行程既无里程表读数也无实际里程。',
    en: 'Neither odometer nor distance is told of the trip of {plate} at {at}.',
  },
  'approval-contradicts': {
    zh: '{plate} {at} 的行程填了“无审批”，又填了审批人或审批时间。',
    en: 'The trip of {plate} at {at} is said to be without approval and names who approved it.',
  },
  'past-trips-overlap': {
    zh: '{plate} {at} 的行程与同车 {other} 的行程时间重叠，同一车辆不能同时出车。',
    en: 'The trip of {plate} at {at} overlaps another of the vehicle at {other}.',
  },
  'past-driver-overlap': {
    zh: '{plate} {at} 的行程与驾驶员 {driver} {other} 的行程时间重叠。',
    en: 'The trip of {plate} at {at} overlaps another of its driver {driver} at {other}.',
  },
};
