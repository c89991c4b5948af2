import type { Words } from '../words.ts';

export const personalRefusals: Readonly<Record<string, Words>> = {
  'personal-value-not-fitting': {
    zh: '{field}的格式或校验码不对，请核对后重新填写。',
    en: 'This is no valid {field}: check it and enter it again.',
  },
  'personal-value-gone': {
    zh: '该人员的个人信息已按规定删除，不能再查看。',
    en: 'The personal fields of this person were erased and cannot be seen any more.',
  },
  'full-values-enough': {
    zh: '今天查看完整信息已达 {most} 次上限，请明天再查，或说明理由由安全管理员处理。',
    en: 'The {most} full values of a day have been seen; look again tomorrow, or ask the security administrator.',
  },
  'person-in-service': {
    zh: '该人员仍在岗，履职需要其信息。免职后才能删除。',
    en: 'This person is in service and their data are needed; end the appointment first.',
  },
  'erasure-done': { zh: '该人员的个人信息已经删除。', en: 'This person was erased already.' },
};
