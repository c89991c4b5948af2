import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { disputeStates, rightKinds, rightStates } from './words.zh.ts';

const version = { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true } as const;
const buildingId = {
  title: words('房屋编号', 'Building id'),
  kind: 'id',
  filter: true,
  hidden: true,
  always: true,
} as const;

/** 权属: who has which right in a building, on which days. */
export const rightList = list('space.rights', {
  title: words('权属', 'Rights'),
  view: 'space_read.right_v1',
  who: readers,
  order: '-from_day',
  search: 'search',
  opens: '/space/buildings/{building_id}?tab=rights',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, sort: true },
    kind: { title: words('权属类别', 'Kind'), kind: 'choice', choices: rightKinds, filter: true, always: true },
    holder: { title: words('权利人', 'Holder'), kind: 'text', filter: true, always: true },
    certificate: { title: words('证号', 'Certificate'), kind: 'text', always: true },
    lacks_certificate: { title: words('缺少证件', 'No certificate'), kind: 'yes-no', filter: true, always: true },
    from_day: { title: words('自', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('至', 'Until'), kind: 'day' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: rightStates, filter: true, always: true },
    disputes: { title: words('未决争议', 'Open disputes'), kind: 'integer', filter: true, always: true },
    paper: { title: words('依据', 'Paper'), kind: 'text', always: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    building_id: buildingId,
    version,
  },
  moves: (row) => ({
    verbs: row['state'] === 'standing' ? ['space.end-right'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 权属争议. */
export const disputeList = list('space.disputes', {
  title: words('权属争议', 'Disputes'),
  view: 'space_read.dispute_v1',
  who: readers,
  order: '-opened_on',
  opens: '/space/buildings/{building_id}?tab=rights',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, sort: true },
    against: { title: words('争议方', 'Against'), kind: 'text', always: true },
    about: { title: words('争议事项', 'About'), kind: 'text', always: true },
    opened_on: { title: words('发生', 'Opened'), kind: 'day', filter: true, sort: true },
    settled_on: { title: words('解决', 'Settled'), kind: 'day' },
    outcome: { title: words('结果', 'Outcome'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: disputeStates, filter: true, always: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    building_id: buildingId,
    version,
  },
  moves: (row) => ({
    verbs: row['state'] === 'open' ? ['space.settle-dispute'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
