import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { DefectState, PatrolState } from './contract.ts';
import { defectOffers, patrolOffers } from './patrol.ts';
import { findingKinds, findingStates, patrolStates } from './words.zh.ts';

/** 巡检: rounds, planned and done. Who walks sees their own. */
export const patrolList = list('space.patrols', {
  title: words('巡检', 'Patrols'),
  view: 'space_read.patrol_v1',
  who: ['self', ...readers],
  order: '-day',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true },
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    person_id: { title: words('巡检人', 'Who walks'), kind: 'person', filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: patrolStates, filter: true, always: true },
    findings: { title: words('发现问题', 'Found'), kind: 'integer', sum: true, always: true },
    open: { title: words('未销号', 'Not closed'), kind: 'integer', sum: true, always: true },
    note: { title: words('说明', 'Note'), kind: 'text', always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) =>
    patrolOffers({
      unit: row['unit_id'] as string,
      person: row['person_id'] as string,
      state: row['state'] as PatrolState,
    }),
});

/** 巡检问题: from finding to closing. */
export const defectList = list('space.defects', {
  title: words('巡检问题', 'Defects'),
  view: 'space_read.patrol_finding_v1',
  who: ['self', ...readers],
  order: '-found_at',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true },
    place: { title: words('位置', 'Where'), kind: 'text', always: true },
    kind: { title: words('类别', 'Kind'), kind: 'choice', choices: findingKinds, filter: true, always: true },
    what: { title: words('问题', 'What'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: findingStates, filter: true, always: true },
    assigned_id: { title: words('整改人', 'Assigned to'), kind: 'person', filter: true },
    due_day: { title: words('整改期限', 'Due'), kind: 'day', filter: true },
    said: { title: words('整改情况', 'What was done'), kind: 'text', always: true },
    photos: { title: words('照片', 'Photos'), kind: 'integer', always: true },
    closed_name: { title: words('复核人', 'Verified by'), kind: 'text' },
    found_at: { title: words('发现时间', 'Found'), kind: 'instant', filter: true, sort: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    patrol_id: { title: words('巡检编号', 'Patrol id'), kind: 'id', filter: true, hidden: true, always: true },
    room_id: { title: words('房间编号', 'Room id'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) =>
    defectOffers({
      unit: row['unit_id'] as string,
      assigned: row['assigned_id'] as string | null,
      state: row['state'] as DefectState,
    }),
});
