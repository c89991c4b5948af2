import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { RequestState } from './contract.ts';
import { licenceOffers } from './licence.ts';
import { offersFor } from './request.ts';
import { licenceStates, requestStates, wantedGroups, wantedZones, ways } from './words.zh.ts';

const m2 = { kind: 'decimal', unitOfMeasure: '㎡', sum: true } as const;

/** 用房申请. */
export const requestList = list('space.requests', {
  title: words('用房申请', 'Requests for premises'),
  view: 'space_read.request_v1',
  who: ['self', ...readers],
  order: '-requested_at',
  search: 'search',
  opens: '/space/requests/{id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', sort: true, filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: requestStates, filter: true, always: true },
    purpose: { title: words('用途', 'Purpose'), kind: 'text' },
    people: { title: words('人数', 'People'), kind: 'integer' },
    need_m2: { title: words('需要面积', 'Area needed'), ...m2, always: true },
    use_group: { title: words('房间类别', 'Kind of rooms'), kind: 'choice', choices: wantedGroups, filter: true },
    zone: { title: words('保密区域', 'Zone'), kind: 'choice', choices: wantedZones },
    wanted_by: { title: words('希望时间', 'Wanted by'), kind: 'day', filter: true },
    building: { title: words('意向房屋', 'Building'), kind: 'text' },
    way: { title: words('配置方式', 'Provided by'), kind: 'choice', choices: ways, filter: true },
    licence: { title: words('使用凭证', 'Licence'), kind: 'text' },
    asker_name: { title: words('申请人', 'Asked by'), kind: 'text' },
    requested_at: { title: words('申请时间', 'Asked at'), kind: 'instant', sort: true, filter: true },
    person_id: { title: words('申请人编号', 'Asker'), kind: 'id', hidden: true },
    licence_id: { title: words('凭证', 'Licence id'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    offersFor({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      asker: row['person_id'] as string,
      state: row['state'] as RequestState,
    }),
});

/** 使用凭证. */
export const licenceList = list('space.licences', {
  title: words('使用凭证', 'Licences of use'),
  view: 'space_read.licence_v1',
  who: readers,
  order: '-issued_at',
  opens: '/space/licences/{id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', sort: true, filter: true },
    unit_id: { title: words('使用单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: licenceStates, filter: true, always: true },
    rooms: { title: words('在用房间', 'Rooms in use'), kind: 'integer', sum: true, always: true },
    area_m2: { title: words('在用面积', 'Area in use'), ...m2, always: true },
    from_day: { title: words('起始日', 'From'), kind: 'day', sort: true, filter: true },
    until_day: { title: words('截止日', 'Until'), kind: 'day', filter: true },
    vacate_by: { title: words('腾退期限', 'Vacate by'), kind: 'day', filter: true, sort: 'nullable' },
    paper: { title: words('文件', 'Paper'), kind: 'text' },
    issued_name: { title: words('核发人', 'Issued by'), kind: 'text' },
    issued_at: { title: words('核发时间', 'Issued at'), kind: 'instant', sort: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => licenceOffers(row['unit_id'] as string, row['state'] as string),
});

/** 闲置房源: what nobody has in use. */
export const vacancyList = list('space.vacancies', {
  title: words('闲置房源', 'Vacant rooms'),
  view: 'space_read.vacancy_v1',
  who: readers,
  order: 'building',
  search: 'search',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', sort: true, filter: true },
    floor: { title: words('楼层', 'Floor'), kind: 'integer', filter: true },
    number: { title: words('房号', 'Room'), kind: 'text', sort: true, filter: true, always: true },
    use_group: { title: words('类别', 'Kind'), kind: 'choice', choices: wantedGroups, filter: true },
    area_m2: { title: words('使用面积', 'Usable area'), ...m2, sort: true, filter: true, always: true },
    zone: { title: words('保密区域', 'Zone'), kind: 'choice', choices: wantedZones, filter: true },
    since: { title: words('闲置自', 'Vacant since'), kind: 'day', sort: 'nullable', filter: true },
    unit_id: { title: words('管理单位', 'Kept by'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
});
