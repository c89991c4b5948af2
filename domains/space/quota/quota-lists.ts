import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { forms, standings } from './words.zh.ts';

const m2 = { kind: 'decimal', unitOfMeasure: '㎡' } as const;
const summed = { ...m2, sum: true } as const;

/** 单位面积: institutions with what they may have and what they have. */
export const unitAreaList = list('space.unit-areas', {
  title: words('单位面积核定', 'Quotas of units'),
  view: 'space_read.unit_area_v1',
  who: readers,
  order: '-surplus_m2',
  opens: '/space/quotas/{id}',
  columns: {
    name: { title: words('单位', 'Unit'), kind: 'text', filter: true, sort: true },
    standing: {
      title: words('与核定比较', 'Beside the quota'),
      kind: 'choice',
      choices: standings,
      filter: true,
      always: true,
    },
    approved_people: { title: words('编制', 'Approved posts'), kind: 'integer' },
    basic_m2: { title: words('基本办公用房', 'Has'), ...summed, always: true },
    quota_basic_m2: { title: words('核定面积', 'May have'), ...summed },
    surplus_m2: { title: words('多于核定', 'Beyond'), ...m2, sort: 'nullable', filter: true },
    office_m2: { title: words('办公室', 'Offices'), ...summed, always: true },
    quota_office_m2: { title: words('核定办公室', 'Offices it may have'), ...m2 },
    office_ratio: { title: words('办公室实有/核定', 'Offices over quota'), kind: 'decimal', sort: 'nullable' },
    service_m2: { title: words('服务用房', 'Service rooms'), ...summed, always: true },
    quota_service_m2: { title: words('核定服务用房', 'Service rooms it may have'), ...m2 },
    equipment_m2: { title: words('设备用房', 'Equipment rooms'), ...summed, always: true },
    quota_equipment_m2: { title: words('核定设备用房', 'Equipment rooms it may have'), ...m2 },
    ancillary_m2: { title: words('附属用房', 'Annexes'), ...summed, always: true },
    technical_m2: { title: words('技术业务用房', 'Technical rooms'), ...summed, always: true },
    rooms: { title: words('房间', 'Rooms'), kind: 'integer', sum: true, always: true },
    from_day: { title: words('核定起始日', 'Set from'), kind: 'day' },
    paper: { title: words('核定文件', 'Paper'), kind: 'text' },
  },
  moves: (row) => ({ verbs: ['space.set-quota'], place: { unit: row['id'] as string } }),
});

/** 核定记录: every quota that was set, struck ones too. */
export const quotaList = list('space.quotas', {
  title: words('核定记录', 'Quotas set'),
  view: 'space_read.quota_v1',
  who: readers,
  order: '-set_at',
  opens: '/space/quotas/{unit_id}',
  columns: {
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    from_day: { title: words('起始日', 'From'), kind: 'day', sort: true, filter: true },
    paper: { title: words('文件', 'Paper'), kind: 'text', filter: true },
    form: { title: words('房屋类型', 'Kind of building'), kind: 'choice', choices: forms },
    approved_people: { title: words('编制', 'Approved posts'), kind: 'integer' },
    actual_people: { title: words('实有人数', 'Staff'), kind: 'integer' },
    office_m2: { title: words('办公室', 'Offices'), ...m2 },
    service_m2: { title: words('服务用房', 'Service rooms'), ...m2 },
    equipment_m2: { title: words('设备用房', 'Equipment rooms'), ...m2 },
    basic_m2: { title: words('基本办公用房', 'Together'), ...m2, sort: true },
    gross_m2: { title: words('总建筑面积', 'Gross, with annexes'), ...m2 },
    set_name: { title: words('经办', 'By'), kind: 'text' },
    set_at: { title: words('时间', 'At'), kind: 'instant', sort: true },
    struck: { title: words('撤销原因', 'Struck, and why'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['space.strike-quota'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
