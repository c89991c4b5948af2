import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { placeKinds, placeStates } from './words.zh.ts';

/** 本单位地点. */
export const places = list('vehicles.places', {
  title: words('地点', 'Places'),
  view: 'vehicles_read.place_v1',
  who: ['fleet-clerk', 'dispatcher'],
  order: 'name',
  columns: {
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, sort: true },
    kind: { title: words('类别', 'Kind'), kind: 'choice', choices: placeKinds, filter: true },
    aliases: { title: words('其他写法', 'Also written'), kind: 'text' },
    latitude: { title: words('纬度', 'Latitude'), kind: 'decimal' },
    longitude: { title: words('经度', 'Longitude'), kind: 'decimal' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: placeStates, filter: true },
    unit_id: { title: words('所属单位', 'Unit'), kind: 'unit', filter: true },
    kept_at: { title: words('登记时间', 'Kept'), kind: 'instant', sort: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'kept' ? ['vehicles.keep-place', 'vehicles.remove-place'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
