import { words } from '@opengoa/kernel/words';
import { field, type Acts, type ActObject } from '@opengoa/web-kit/room';

const window = (object: ActObject) => ({ window: object.id });

/** How the steps of a window are offered. A look is no act of a form: it has its own place on the window's page. */
export const windowActs: Acts = {
  'risk-centre.propose-window': {
    title: words('提出窗口', 'Propose a window'),
    tone: 'primary',
    starts: 'risk-centre.windows',
    about: words(
      '提出后由另一位风险管理人员或领导确认，确认前什么也看不到。',
      'Another risk officer or a leader confirms it; until then nothing is to be seen.',
    ),
    fields: [
      field('paper', '文号', 'Paper', 'text', { maxLength: 120 }),
      field('purpose', '用途', 'Purpose', 'long-text', { maxLength: 2_000 }),
      field('inspectors', '查看人员', 'Inspectors', 'picks', {
        list: 'kernel.persons',
        label: ['name', 'unit_name'],
        help: words('有纪检监察权限的人员，可选多人', 'holders of the right to inspect; several may be chosen'),
      }),
      field('units', '单位', 'Units', 'picks', {
        required: false,
        list: 'kernel.units',
        label: ['name'],
        help: words('含全部下级；只看个别异常时可以不选', 'with all below; may be left out where findings are named'),
      }),
      field('findings', '指明的异常', 'Named findings', 'picks', {
        required: false,
        list: 'risk-centre.findings',
        label: ['number', 'subject_name'],
        help: words('指明后只开放这几条', 'where some are named, these alone are shown'),
      }),
      field('from', '第一天', 'First day', 'day', { initial: 'today' }),
      field('to', '最后一天', 'Last day', 'day'),
    ],
  },
  'risk-centre.confirm-window': {
    title: words('确认开放', 'Confirm'),
    tone: 'primary',
    input: window,
    confirm: words(
      '确认后，所列人员在起止日期内可以查看所列范围，每次查看留痕。',
      'From then on the persons named may look at what is named, between the two days; each look is kept.',
    ),
    done: words('已开放', 'Opened'),
  },
  'risk-centre.close-window': {
    title: words('关闭窗口', 'Close'),
    tone: 'danger',
    input: window,
    fields: [field('reason', '为什么关闭', 'Why', 'long-text', { maxLength: 2_000 })],
    done: words('已关闭', 'Closed'),
  },
};
