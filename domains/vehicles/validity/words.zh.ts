import type { Words } from '@opengoa/kernel/contract';

export const validityKinds = {
  inspection: { zh: '年检', en: 'Inspection' },
  compulsory: { zh: '交强险', en: 'Compulsory insurance' },
  commercial: { zh: '商业险', en: 'Commercial insurance' },
  insurance: { zh: '保险（未注明险种）', en: 'Insurance (kind not said)' },
} as const satisfies Record<string, Words>;

export const validityFacts = {
  'vehicles.InspectionRecorded': { zh: '登记年检', en: 'Inspection recorded' },
  'vehicles.InspectionStruck': { zh: '撤销年检', en: 'Inspection struck' },
} as const satisfies Record<string, Words>;

export const validityRefusals: Readonly<Record<string, Words>> = {
  'inspection-ahead': { zh: '年检日期 {day} 还没有到。', en: 'The day {day} has not come yet.' },
  'inspection-recorded': {
    zh: '{plate} 在 {day} 的年检已登记；有误请先撤销。',
    en: 'The inspection of {plate} on {day} is recorded already; strike it first if it is wrong.',
  },
  'inspection-struck': { zh: '该次年检登记已撤销。', en: 'The inspection is struck already.' },
  'inspection-ends-before': { zh: '有效期至不能早于年检日期。', en: 'It cannot end before the day of the inspection.' },
};
