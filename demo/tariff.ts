import { unitId } from './cast.ts';

/** The city's tariff by the hour from a day on; its prices are nobody's. */
export const demoTariff = (from: string) => ({
  unit: unitId('市'),
  from,
  seasons: [
    {
      months: Array.from({ length: 12 }, (_, month) => month + 1),
      stretches: [
        { fromHour: 8, toHour: 11, band: 'peak' },
        { fromHour: 11, toHour: 17, band: 'flat' },
        { fromHour: 17, toHour: 22, band: 'peak' },
        { fromHour: 22, toHour: 8, band: 'valley' },
      ],
    },
  ],
  prices: [
    { band: 'peak', fenPerKwh: 92.5 },
    { band: 'flat', fenPerKwh: 62.5 },
    { band: 'valley', fenPerKwh: 34 },
  ],
  document: '分时电价通知(演示)',
});
