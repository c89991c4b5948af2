import { words } from '@opengoa/kernel/words';
import { type Acts, field } from '@opengoa/web-kit/room';

export const planActs: Acts = {
  'space.take-plan': {
    title: words('导入平面图', 'Take a plan'),
    tone: 'primary',
    dialog: () => import('./take-plan.tsx'),
  },
  'space.place-meter': {
    title: words('登记表计位置', 'Place a meter'),
    about: words(
      '表计装在房间里就选房间；管整层的不选房间。',
      'Choose the room it stands in; none where it meters the floor.',
    ),
    starts: 'space.meter-places',
    fields: [
      field('meter', '表计', 'Meter', 'pick', { list: 'energy.meters', label: ['building', 'name'] }),
      field('floor', '楼层', 'Floor', 'pick', { list: 'space.floor-plans', label: ['building', 'name'] }),
      field('room', '房间', 'Room', 'pick', { list: 'space.rooms', label: ['building', 'number'], required: false }),
      field('from', '自', 'Since', 'day'),
      field('paper', '依据', 'By which paper', 'text', { maxLength: 200, required: false }),
    ],
    // Started from a floor, that is the floor: by its name, whoever the page or the list calls it.
    initial: ({ id, floor_id: placed, name, building, buildingName }) =>
      id !== undefined && placed === undefined
        ? {
            floor: { id, label: [buildingName ?? building, name].filter((each) => typeof each === 'string').join(' ') },
          }
        : {},
  },
  'space.unplace-meter': {
    title: words('撤销位置', 'Take from its place'),
    input: ({ id, version }) => ({ place: id, version }),
    fields: [field('to', '自哪天起不在此处', 'No longer there from', 'day')],
  },
};
