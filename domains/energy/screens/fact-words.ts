import type { Words } from '@opengoa/kernel/contract';

/** How this room's facts read on a timeline. */
export const factWords: Readonly<Record<string, Words>> = {
  'energy.BuildingRegistered': { zh: '登记建筑', en: 'Building registered' },
  'energy.BuildingChanged': { zh: '变更建筑', en: 'Building changed' },
  'energy.ChangeDeclared': { zh: '报备用能变化', en: 'Change declared' },
  'energy.MeterRegistered': { zh: '登记表计', en: 'Meter registered' },
  'energy.MeterChanged': { zh: '变更表计', en: 'Meter changed' },
  'energy.MeterReplaced': { zh: '换表', en: 'Meter replaced' },
  'energy.ReadingsReceived': { zh: '接收读数', en: 'Readings received' },
  'energy.MeterRead': { zh: '人工抄表', en: 'Meter read' },
  'energy.ReadingCorrected': { zh: '更正读数', en: 'Reading corrected' },
  'energy.BaselineFitted': { zh: '建立用能基线', en: 'Baseline fitted' },
};
