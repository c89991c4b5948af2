import { words as pair } from '@opengoa/kernel/words';
import { webRoom, type NamedField } from '@opengoa/web-kit/room';
import { levels } from '../words.ts';

const from: NamedField<'from'> = { name: 'from', title: pair('自何日起', 'From'), kind: 'day' };
const paper: NamedField<'paper'> = {
  name: 'paper',
  title: pair('依据文件', 'Paper'),
  kind: 'text',
  required: false,
  maxLength: 200,
};
const day: NamedField<'day'> = { name: 'day', title: pair('自何日起', 'From'), kind: 'day' };

/** 机构与人员: everybody may look it up; who may change it is the server's to say. */
export const organisationRoom = webRoom({
  name: 'organisation',
  title: pair('机构与人员', 'Organisation'),
  icon: 'tree',
  order: 800,
  pages: [
    {
      path: '/organisation',
      title: pair('机构与人员', 'Organisation'),
      needs: 'kernel.units',
      nav: true,
      load: () => import('./organisation.tsx'),
    },
    {
      path: '/organisation/{id}',
      title: pair('机构与人员', 'Organisation'),
      needs: 'kernel.units',
      load: () => import('./organisation.tsx'),
    },
  ],
  acts: {
    'kernel.found-unit': {
      title: pair('设立下级机构', 'Found a unit below'),
      input: (unit) => ({ parent: unit.id }),
      fields: [
        { name: 'name', title: pair('名称', 'Name'), kind: 'text', maxLength: 200 },
        { name: 'shortName', title: pair('简称', 'Short name'), kind: 'text', required: false, maxLength: 60 },
        { name: 'code', title: pair('代码', 'Code'), kind: 'text', required: false, maxLength: 40 },
        {
          name: 'kind',
          title: pair('性质', 'Kind'),
          kind: 'choice',
          choices: {
            division: pair('处室', 'Division'),
            institution: pair('单位', 'Institution'),
            region: pair('地区', 'Region'),
          },
        },
        { name: 'level', title: pair('层级', 'Level'), kind: 'choice', choices: levels },
        from,
      ],
    },
    'kernel.create-post': {
      title: pair('设置岗位', 'Create a post'),
      input: (unit) => ({ unit: unit.id }),
      fields: [
        { name: 'title', title: pair('岗位名称', 'Title'), kind: 'text', maxLength: 100 },
        { name: 'rank', title: pair('职级', 'Rank'), kind: 'text', required: false, maxLength: 40 },
        {
          name: 'establishment',
          title: pair('编制数', 'Establishment'),
          kind: 'integer',
          required: false,
          from: 0,
          to: 10_000,
        },
        { name: 'leads', title: pair('领导岗位', 'Leads the unit'), kind: 'yes-no' },
        from,
      ],
    },
    'kernel.keep-service-desk': {
      title: pair('登记服务电话', 'Keep the service desk'),
      about: pair(
        '本单位及其下级的人出错时会看到它。请填办公室，不填个人。',
        'Shown to the unit and all below when something fails. An office, not a person.',
      ),
      input: (unit) => ({ unit: unit.id }),
      fields: [
        { name: 'name', title: pair('由谁接听', 'Who answers'), kind: 'text', maxLength: 100 },
        { name: 'phone', title: pair('电话', 'Phone'), kind: 'text', maxLength: 40 },
        { name: 'hours', title: pair('时间', 'Hours'), kind: 'text', required: false, maxLength: 100 },
      ],
    },
    'kernel.register-person': {
      title: pair('登记人员', 'Register a person'),
      input: (unit) => ({ unit: unit.id }),
      fields: [
        { name: 'name', title: pair('姓名', 'Name'), kind: 'text', maxLength: 100 },
        {
          name: 'number',
          title: pair('工号', 'Number'),
          kind: 'text',
          required: false,
          maxLength: 40,
          sensitive: true,
        },
        from,
      ],
    },
    'kernel.appoint': {
      title: pair('任职', 'Appoint'),
      fields: [
        { name: 'person', title: pair('人员', 'Person'), kind: 'person', label: ['name', 'unit_name'] },
        {
          name: 'post',
          title: pair('岗位', 'Post'),
          kind: 'pick',
          list: 'kernel.posts',
          label: ['unit_name', 'title'],
        },
        {
          name: 'kind',
          title: pair('方式', 'Kind'),
          kind: 'choice',
          choices: {
            main: pair('主要岗位', 'Main post'),
            concurrent: pair('兼任', 'Concurrent'),
            secondment: pair('借调', 'Secondment'),
            acting: pair('主持工作', 'Acting'),
          },
        },
        from,
        { name: 'to', title: pair('至何日止', 'Until'), kind: 'day', required: false },
      ],
    },
    'kernel.name-stand-in': {
      title: pair('指定代理', 'Name a stand-in'),
      about: pair('代理期间办理的事项，记录上同时写明两人。', 'What is done meanwhile carries both names.'),
      fields: [
        { name: 'forPerson', title: pair('被代理人', 'For'), kind: 'person', label: ['name', 'post', 'unit_name'] },
        { name: 'person', title: pair('代理人', 'Stand-in'), kind: 'person', label: ['name', 'post', 'unit_name'] },
        from,
        { name: 'to', title: pair('至何日止', 'Until'), kind: 'day' },
        { name: 'reason', title: pair('事由', 'Reason'), kind: 'text', maxLength: 500 },
      ],
    },
    'kernel.move-unit': {
      title: pair('调整隶属', 'Move under another'),
      input: (unit) => ({ unit: unit.id }),
      fields: [{ name: 'parent', title: pair('新的上级', 'New parent'), kind: 'unit' }, from, paper],
    },
    'kernel.merge-units': {
      title: pair('并入其他机构', 'Merge into another'),
      tone: 'danger',
      about: pair('并入后，原机构的历史仍可查，权限随新机构。', 'Its history stays; rights follow the successor.'),
      fields: [{ name: 'into', title: pair('并入', 'Into'), kind: 'unit' }, day, paper],
      shape: (values, unit) => ({ ...values, units: [unit.id] }),
    },
    'kernel.split-unit': {
      title: pair('分设', 'Split'),
      tone: 'danger',
      about: pair('先设立分设后的机构，再选择它们。', 'Found the successors first, then choose them.'),
      fields: [
        { name: 'first', title: pair('分设为', 'Into'), kind: 'unit' },
        { name: 'second', title: pair('和', 'and'), kind: 'unit' },
        day,
        paper,
      ],
      shape: ({ first, second, ...values }, unit) => ({ ...values, unit: unit.id, into: [first, second] }),
    },
  },
  opens: { unit: '/organisation/{id}' },
  facts: {
    'kernel.ServiceDeskKept': pair('登记服务电话', 'Service desk kept'),
    unit: pair('机构', 'Unit'),
    post: pair('岗位', 'Post'),
    person: pair('人员', 'Person'),
    appointment: pair('任职', 'Appointment'),
    'kernel.UnitFounded': pair('设立机构', 'Unit founded'),
    'kernel.UnitMoved': pair('机构隶属调整', 'Unit moved'),
    'kernel.UnitsMerged': pair('机构合并', 'Units merged'),
    'kernel.UnitSplit': pair('机构分设', 'Unit split'),
    'kernel.PersonRegistered': pair('登记人员', 'Person registered'),
    'kernel.PostCreated': pair('设置岗位', 'Post created'),
    'kernel.Appointed': pair('任职', 'Appointed'),
    'kernel.AppointmentEnded': pair('免职', 'Appointment ended'),
    'kernel.StandInNamed': pair('指定代理', 'Stand-in named'),
  },
});

/** 标准: the limits everybody is judged by, open to everybody. */
export const standardsRoom = webRoom({
  name: 'standards',
  title: pair('标准', 'Standards'),
  icon: 'ruler',
  order: 850,
  pages: [
    {
      path: '/standards',
      title: pair('标准', 'Standards'),
      needs: 'kernel.standards',
      nav: true,
      load: () => import('../standards/standards.tsx'),
    },
  ],
});
