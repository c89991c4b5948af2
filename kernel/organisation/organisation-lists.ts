import { list } from '../reads/list.ts';

const day = (zh: string, en: string, sort: boolean | 'nullable' = true) => ({
  title: { zh, en },
  kind: 'day' as const,
  sort,
});

/** 机构: everybody signed in may look up the organisation. */
export const units = list('kernel.units', {
  title: { zh: '机构', en: 'Units' },
  view: 'kernel.unit_v1',
  who: ['signed-in'],
  order: 'name',
  search: 'search',
  opens: '/organisation?unit={id}',
  columns: {
    name: { title: { zh: '名称', en: 'Name' }, kind: 'text', sort: true, filter: true },
    short_name: { title: { zh: '简称', en: 'Short name' }, kind: 'text' },
    code: { title: { zh: '代码', en: 'Code' }, kind: 'text', filter: true },
    kind: {
      title: { zh: '性质', en: 'Kind' },
      kind: 'choice',
      always: true,
      filter: true,
      choices: {
        region: { zh: '地区', en: 'Region' },
        institution: { zh: '单位', en: 'Institution' },
        division: { zh: '处室', en: 'Division' },
      },
    },
    level: {
      title: { zh: '层级', en: 'Level' },
      kind: 'choice',
      always: true,
      filter: true,
      choices: {
        nation: { zh: '中央', en: 'Nation' },
        province: { zh: '省', en: 'Province' },
        city: { zh: '市', en: 'City' },
        county: { zh: '县', en: 'County' },
        township: { zh: '乡镇', en: 'Township' },
      },
    },
    parent_id: { title: { zh: '上级', en: 'Above' }, kind: 'unit', filter: true },
    people: { title: { zh: '实有', en: 'Staff' }, kind: 'integer' },
    establishment: { title: { zh: '编制', en: 'Establishment' }, kind: 'integer' },
    valid_from: day('设立', 'From'),
    valid_to: day('撤销', 'To', 'nullable'),
  },
});

export const persons = list('kernel.persons', {
  title: { zh: '人员', en: 'People' },
  view: 'kernel.person_v1',
  sensitive: true,
  who: ['signed-in'],
  order: 'name',
  search: 'search',
  columns: {
    name: { title: { zh: '姓名', en: 'Name' }, kind: 'text', sort: true, filter: true },
    initials: { title: { zh: '简拼', en: 'Initials' }, kind: 'text', filter: true, hidden: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text' },
    post: { title: { zh: '岗位', en: 'Post' }, kind: 'text' },
    rank: { title: { zh: '职级', en: 'Rank' }, kind: 'text' },
    number: { title: { zh: '工号', en: 'Number' }, kind: 'text', personal: { seenBy: ['system-admin'], mask: 'all' } },
    valid_from: day('起', 'From'),
    valid_to: day('止', 'To', 'nullable'),
  },
});

export const posts = list('kernel.posts', {
  title: { zh: '岗位与编制', en: 'Posts' },
  view: 'kernel.post_v1',
  who: ['signed-in'],
  order: 'title',
  columns: {
    title: { title: { zh: '岗位', en: 'Post' }, kind: 'text', sort: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text' },
    rank: { title: { zh: '职级', en: 'Rank' }, kind: 'text', filter: true },
    establishment: { title: { zh: '编制', en: 'Establishment' }, kind: 'integer' },
    held_by: { title: { zh: '在岗', en: 'Held by' }, kind: 'integer' },
    leads: { title: { zh: '领导岗位', en: 'Leads' }, kind: 'yes-no', filter: true },
    valid_from: day('起', 'From'),
    valid_to: day('止', 'To', 'nullable'),
  },
});
