import { list, sql, words } from '@opengoa/kernel';
import { placeReaders, readers } from '../readers.ts';
import type { Building } from './premises.ts';
import { buildingVerbs, roomVerbs } from './premises.ts';
import type { RoomState } from './contract.ts';
import { roomStatuses } from '../seating/words.zh.ts';
import {
  buildingForms,
  buildingStates,
  landHeld,
  roomStates,
  roomUses,
  structures,
  useGroups,
  zones,
} from './words.zh.ts';

const version = { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true } as const;

/** 宗地. */
export const sites = list('space.sites', {
  title: words('宗地', 'Sites'),
  view: 'space_read.site_v1',
  who: readers,
  order: 'name',
  search: 'search',
  columns: {
    name: { title: words('宗地', 'Site'), kind: 'text', filter: true, sort: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    address: { title: words('坐落', 'Address'), kind: 'text', always: true },
    area_m2: { title: words('土地面积', 'Area'), kind: 'decimal', unitOfMeasure: '㎡', sum: true },
    held: { title: words('取得方式', 'Held'), kind: 'choice', choices: landHeld, filter: true, always: true },
    buildings: { title: words('房屋', 'Buildings'), kind: 'integer', sum: true, always: true },
    longitude: { title: words('经度', 'Longitude'), kind: 'decimal', hidden: true },
    latitude: { title: words('纬度', 'Latitude'), kind: 'decimal', hidden: true },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    version,
  },
  moves: (row) => ({ verbs: ['space.change-site'], place: { unit: row['unit_id'] as string } }),
});

/** 房屋台账. */
export const buildings = list('space.buildings', {
  title: words('房屋', 'Buildings'),
  view: 'space_read.building_v1',
  who: placeReaders,
  order: 'name',
  search: 'search',
  soughtBy: readers,
  sheet: 'space.building',
  opens: '/space/buildings/{id}',
  columns: {
    name: { title: words('房屋', 'Building'), kind: 'text', filter: true, sort: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    site: { title: words('宗地', 'Site'), kind: 'text', filter: true },
    address: { title: words('坐落', 'Address'), kind: 'text', always: true },
    form: { title: words('层数类型', 'Form'), kind: 'choice', choices: buildingForms, filter: true, always: true },
    structure: { title: words('结构', 'Structure'), kind: 'choice', choices: structures, filter: true, always: true },
    built_year: { title: words('建成年份', 'Built'), kind: 'integer', filter: true },
    gross_area_m2: {
      title: words('建筑面积', 'Gross area'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      sum: true,
      filter: true,
    },
    usable_m2: {
      title: words('使用面积', 'Usable area'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      sum: true,
      always: true,
    },
    rooms: { title: words('房间', 'Rooms'), kind: 'integer', sum: true, always: true },
    vacant: { title: words('闲置房间', 'Vacant'), kind: 'integer', sum: true, filter: true, always: true },
    vacant_m2: {
      title: words('闲置面积', 'Vacant area'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      sum: true,
      always: true,
    },
    state: { title: words('状态', 'State'), kind: 'choice', choices: buildingStates, filter: true, always: true },
    site_id: { title: words('宗地编号', 'Site id'), kind: 'id', filter: true, hidden: true },
    value_fen: { title: words('账面价值', 'Book value'), kind: 'money-fen', hidden: true },
    energy_building_id: { title: words('用能建筑编号', 'Energy building id'), kind: 'id', hidden: true },
    note: { title: words('备注', 'Note'), kind: 'text', hidden: true, always: true },
    version,
  },
  moves: (row) => ({
    verbs: buildingVerbs(row['state'] as Building['state']),
    place: { unit: row['unit_id'] as string },
  }),
});

/** 楼层. */
export const floors = list('space.floors', {
  title: words('楼层', 'Floors'),
  view: 'space_read.floor_v1',
  who: placeReaders,
  order: 'number',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, sort: true },
    number: { title: words('层', 'Floor'), kind: 'integer', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', always: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
    version,
  },
});

/** 房间台账: those that are still rooms. */
export const rooms = list('space.rooms', {
  title: words('房间', 'Rooms'),
  view: 'space_read.room_v1',
  who: placeReaders,
  order: 'number',
  only: () => sql`state <> 'disposed'`,
  search: 'search',
  soughtBy: readers,
  sheet: 'space.room',
  opens: '/space/rooms/{id}',
  columns: {
    number: { title: words('房号', 'Number'), kind: 'text', filter: true, sort: true },
    keeper_id: { title: words('房屋管理单位', 'Building kept by'), kind: 'unit', hidden: true },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true },
    floor: { title: words('楼层', 'Floor'), kind: 'integer', filter: true, sort: 'nullable' },
    unit_id: { title: words('使用单位', 'Used by'), kind: 'unit', filter: true },
    use: { title: words('用途', 'Use'), kind: 'choice', choices: roomUses, filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: roomStates, filter: true, always: true },
    area_m2: {
      title: words('使用面积', 'Usable area'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      sum: true,
      filter: true,
      sort: true,
    },
    people: { title: words('人数', 'People'), kind: 'integer', sum: true, filter: true, always: true },
    name: { title: words('名称', 'Name'), kind: 'text', always: true },
    use_group: { title: words('类别', 'Group'), kind: 'choice', choices: useGroups, filter: true, always: true },
    drawn_area_m2: { title: words('图上面积', 'Drawn area'), kind: 'decimal', unitOfMeasure: '㎡' },
    beside_standard: {
      title: words('标准核对', 'Beside the standard'),
      kind: 'choice',
      choices: roomStatuses,
      filter: true,
    },
    excess_m2: {
      title: words('超出面积', 'Excess'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      filter: true,
      sort: 'nullable',
    },
    zone: { title: words('安全区', 'Zone'), kind: 'choice', choices: zones, filter: true, always: true },
    bound: { title: words('结构受限', 'Bound'), kind: 'yes-no', filter: true, always: true },
    toilet_m2: {
      title: words('套内卫生间', 'Toilet'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      hidden: true,
      always: true,
    },
    rest_m2: {
      title: words('套内休息室', 'Rest room'),
      kind: 'decimal',
      unitOfMeasure: '㎡',
      hidden: true,
      always: true,
    },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
    floor_id: { title: words('楼层编号', 'Floor id'), kind: 'id', filter: true, hidden: true, always: true },
    version,
  },
  moves: (row) => ({ verbs: roomVerbs(row['state'] as RoomState), place: { unit: row['unit_id'] as string } }),
});
