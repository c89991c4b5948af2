import type { Words } from '@opengoa/kernel/contract';

/** What an account converts: what meters measure, and the fuel of vehicles. */
export const accountCarriers = {
  electricity: { zh: '电', en: 'Electricity' },
  gas: { zh: '天然气', en: 'Gas' },
  heat: { zh: '热力', en: 'Heat' },
  water: { zh: '水', en: 'Water' },
  gasoline: { zh: '汽油', en: 'Petrol' },
  diesel: { zh: '柴油', en: 'Diesel' },
} as const satisfies Record<string, Words>;

export const accountMeasures = {
  kWh: { zh: '千瓦时', en: 'kWh' },
  m3: { zh: '立方米', en: 'm³' },
  GJ: { zh: '吉焦', en: 'GJ' },
  L: { zh: '升', en: 'L' },
} as const satisfies Record<string, Words>;

/** 范围一 is what is burnt on the spot, 范围二 what is bought as electricity or heat. */
export const scopes = {
  1: { zh: '范围一（直接排放）', en: 'Scope 1 (direct)' },
  2: { zh: '范围二（外购电力、热力）', en: 'Scope 2 (bought electricity and heat)' },
} as const satisfies Record<string, Words>;
