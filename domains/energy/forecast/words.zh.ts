import type { Words } from '@opengoa/kernel/contract';

/** How a day was forecast. */
export const forecastMethods = {
  ensemble: { zh: '近七天同时刻平均', en: 'mean of the last seven days' },
  'previous-week': { zh: '上周同日', en: 'a week before' },
  'like-days': { zh: '近四个同类日平均', en: 'mean of four like days' },
  regression: { zh: '逐时回归', en: 'regression by the hour' },
} as const satisfies Record<string, Words>;

export const forecastFactWords = {
  'energy.DayForecast': { zh: '日前预测', en: 'Day forecast' },
} as const satisfies Record<string, Words>;

export const forecastRefusals: Readonly<Record<string, Words>> = {
  'no-forecast': { zh: '不能预测：{why}。', en: 'Nothing can be forecast: {why}.' },
  'day-begun': { zh: '{day} 已经开始，预测须在前一天作出。', en: '{day} has begun; a forecast is made before.' },
  'forecast-there': { zh: '{day} 的预测已经作出，不再改动。', en: '{day} was forecast already, and stays as it was.' },
};
