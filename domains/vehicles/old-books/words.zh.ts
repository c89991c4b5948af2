import type { Words } from '@opengoa/kernel/contract';

export const bookedFactWords = {
  'vehicles.RepairBooked': { zh: '补登维修', en: 'Repair booked' },
  'vehicles.RepairStruck': { zh: '撤销补登维修', en: 'Booked repair struck' },
  'vehicles.HireBooked': { zh: '补登租车', en: 'Hire booked' },
  'vehicles.HireStruck': { zh: '撤销补登租车', en: 'Booked hire struck' },
  'vehicles.FuelStruck': { zh: '撤销加油充电', en: 'Fuel struck' },
} as const satisfies Record<string, Words>;

export const bookedRefusals: Readonly<Record<string, Words>> = {
  'went-its-way-here': {
    zh: '{what}是在本系统中审批、结算的，不能由补登更正或撤销。',
    en: '{what} was approved and settled here; it is not corrected or struck as a booked one.',
  },
};
