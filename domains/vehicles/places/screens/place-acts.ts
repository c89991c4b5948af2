import { field, type Act } from '@opengoa/web-kit/room';
import { placeKinds } from '../words.zh.ts';

const words = (zh: string, en: string) => ({ zh, en });

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
  'vehicles.remove-place': {
    title: words('停用', 'Remove'),
    tone: 'danger',
    input: ({ id }) => ({ place: id }),
    fields: [],
    confirm: words('停用后，派车方案不再用它估算空驶。', 'Plans reckon without it from now on.'),
  },
};
