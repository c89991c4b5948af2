import { words } from '@opengoa/kernel/words';
import { field, type Act } from '@opengoa/web-kit/room';
import { papersField } from '../../papers/screens/paper-acts.ts';

const optional = { required: false } as const;

export const validityActs: Readonly<Record<string, Act>> = {
  'vehicles.record-inspection': {
    title: words('登记年检', 'Record an inspection'),
    input: ({ id }) => ({ vehicle: id }),
    fields: [
      field('day', '年检日期', 'Day', 'day'),
      field('validTo', '有效期至', 'Valid to', 'day'),
      field('station', '检验机构', 'Station', 'text', { ...optional, maxLength: 100 }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
      papersField,
    ],
  },
  'vehicles.strike-inspection': {
    title: words('撤销', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ inspection: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
