import { type Act, field } from '@opengoa/web-kit/room';

const why = field('why', '原因', 'Why', 'text', { maxLength: 300 });

export const bookedActs: Readonly<Record<string, Act>> = {
  'vehicles.strike-fuel': {
    title: { zh: '撤销', en: 'Strike' },
    tone: 'danger',
    input: ({ id }) => ({ filling: id }),
    fields: [why],
  },
  'vehicles.strike-repair': {
    title: { zh: '撤销补登', en: 'Strike what was booked' },
    tone: 'danger',
    input: ({ id }) => ({ repair: id }),
    fields: [why],
  },
  'vehicles.strike-hire': {
    title: { zh: '撤销补登', en: 'Strike what was booked' },
    tone: 'danger',
    input: ({ id }) => ({ hire: id }),
    fields: [why],
  },
  'vehicles.strike-trip': {
    title: { zh: '撤销补录', en: 'Strike what was booked' },
    tone: 'danger',
    input: ({ id }) => ({ trip: id }),
    fields: [why],
  },
};
