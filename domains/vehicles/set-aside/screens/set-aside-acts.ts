import { type Act, field } from '@opengoa/web-kit/room';
import { fixOutcomes } from '../words.zh.ts';

export const setAsideActs: Readonly<Record<string, Act>> = {
  'vehicles.decide-fixes': {
    title: { zh: '认定', en: 'Decide' },
    tone: 'primary',
    about: {
      zh: '采信的定位按时间插入轨迹，当日和用车单里程随之更正；原始数据不变。',
      en: 'Fixes that are taken go into the track by their time, and distances follow; what the terminal said stays.',
    },
    input: (row) => ({ vehicle: row['vehicle_id'], day: String(row['day']).slice(0, 10), cause: row['cause'] }),
    fields: [
      field('outcome', '结论', 'Outcome', 'choice', { choices: fixOutcomes }),
      field('why', '理由', 'Why', 'text', { maxLength: 500 }),
    ],
  },
};
