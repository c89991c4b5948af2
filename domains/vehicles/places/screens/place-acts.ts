import { words } from '@opengoa/kernel/words';
import { field, type Act } from '@opengoa/web-kit/room';
import { placeKinds } from '../words.zh.ts';

/** Names in one line, as people separate them. */
export const namesIn = (text: unknown): string[] =>
  (typeof text === 'string' ? text : '')
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

export const placeActs: Readonly<Record<string, Act>> = {
  'vehicles.keep-place': {
    title: words('登记地点', 'Keep a place'),
    tone: 'primary',
    starts: 'vehicles.places',
    go: '/vehicles/places/keep',
    fields: [
      field('unit', '所属单位', 'Unit', 'unit', {
        help: words('该单位及下属共用', 'for it and the units below'),
      }),
      field('name', '名称', 'Name', 'text', {
        maxLength: 100,
        help: words('与用车申请中的写法一致', 'as it is written in requests'),
      }),
      field('kind', '类别', 'Kind', 'choice', { choices: placeKinds, initial: 'office' }),
      field('latitude', '纬度', 'Latitude', 'number', { help: words('WGS-84', 'WGS-84'), from: -90, to: 90 }),
      field('longitude', '经度', 'Longitude', 'number', { from: -180, to: 180 }),
      field('aliases', '其他写法', 'Also written', 'text', {
        required: false,
        maxLength: 500,
        help: words('用顿号分开', 'separated by commas'),
      }),
    ],
    shape: ({ aliases, ...values }) => ({ ...values, aliases: namesIn(aliases) }),
  },
  'vehicles.set-home': {
    title: words('设定停放地', 'Set where it is kept'),
    about: words(
      '单位有多处停放地时，为每辆车指明一处；当日派车方案、夜间停放核对都以此为准。',
      'Where a unit has several yards: one for each vehicle. The proposal of a day and the checks at night go by it.',
    ),
    input: ({ id }) => ({ vehicle: id }),
    fields: [
      field('by', '停放地', 'Kept at', 'choice', {
        choices: {
          place: words('停车场地（地点）', 'A parking place'),
          fence: words('停放地围栏', 'A fence of custody'),
          unit: words('不指明，随所属单位', 'None: as its unit’s'),
        },
        initial: 'place',
      }),
      field('place', '停车场地', 'Parking place', 'pick', {
        list: 'vehicles.places',
        where: { 'f.kind': 'parking', 'f.state': 'kept' },
        label: ['name'],
        when: ({ by }) => by === 'place',
      }),
      field('fence', '围栏', 'Fence', 'pick', {
        list: 'vehicles.fences',
        where: { 'f.use': 'custody', 'f.state': 'drawn' },
        label: ['name'],
        when: ({ by }) => by === 'fence',
      }),
    ],
    shape: ({ place, fence }, { id }) => ({ vehicle: id, place: place ?? null, fence: fence ?? null }),
  },
  'vehicles.remove-place': {
    title: words('停用', 'Remove'),
    tone: 'danger',
    input: ({ id }) => ({ place: id }),
    fields: [],
    confirm: words('停用后，派车方案不再用它估算空驶。', 'Plans reckon without it from now on.'),
  },
};
