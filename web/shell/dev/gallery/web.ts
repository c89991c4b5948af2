import { webRoom } from '@opengoa/web-kit/room';

export default webRoom({
  name: 'trips',
  title: { zh: '公务用车', en: 'Vehicles' },
  icon: 'car',
  order: 20,
  pages: [
    {
      path: '/trips/ask',
      title: { zh: '我要用车', en: 'Ask for a vehicle' },
      nav: true,
      load: () => import('./ask.tsx'),
    },
    { path: '/trips', title: { zh: '用车申请', en: 'Trips' }, nav: true, load: () => import('./list.tsx') },
    { path: '/trips/charts', title: { zh: '用能', en: 'Energy' }, nav: true, load: () => import('./charts.tsx') },
    { path: '/trips/{id}', title: { zh: '用车申请', en: 'Trip' }, load: () => import('./thing.tsx') },
  ],
  acts: {
    'trips.approve': {
      title: { zh: '同意', en: 'Approve' },
      tone: 'primary',
      key: 'a',
      input: (o) => ({ trip: o.id }),
      fields: [
        {
          name: 'opinion',
          title: { zh: '意见', en: 'Opinion' },
          kind: 'long-text',
          required: false,
          phrases: [
            { zh: '同意。', en: 'Agreed.' },
            { zh: '请注意安全。', en: 'Drive safely.' },
          ],
        },
      ],
    },
    'trips.refuse': {
      title: { zh: '不同意', en: 'Refuse' },
      input: (o) => ({ trip: o.id }),
      fields: [{ name: 'why', title: { zh: '理由', en: 'Reason' }, kind: 'long-text' }],
    },
    'trips.hand-over': {
      title: { zh: '转办', en: 'Hand over' },
      input: (o) => ({ trip: o.id }),
      fields: [{ name: 'person', title: { zh: '转给', en: 'To' }, kind: 'person' }],
    },
    'trips.return': {
      title: { zh: '退回', en: 'Return' },
      tone: 'danger',
      input: (o) => ({ trip: o.id }),
      fields: [{ name: 'why', title: { zh: '理由', en: 'Reason' }, kind: 'long-text' }],
    },
    'trips.ask': { title: { zh: '我要用车', en: 'Ask' }, tone: 'primary', starts: 'trips.trips', go: '/trips/ask' },
  },
  cases: { trip: () => import('./case.tsx') },
  opens: { trip: '/trips/{id}' },
  facts: {
    'trips.TripRequested': { zh: '提出申请', en: 'Requested' },
    'trips.TripApproved': { zh: '同意', en: 'Approved' },
  },
});
