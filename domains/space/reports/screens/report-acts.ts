import { words } from '@opengoa/kernel/words';
import { shanghaiParts } from '@opengoa/web-kit/formatters';
import { type Acts, type ActObject, field } from '@opengoa/web-kit/room';

const report = ({ id }: ActObject) => ({ report: id });
const present = ({ id, version }: ActObject) => ({ report: id, version });

/** How the verbs of the yearly report are offered. */
export const reportActs: Acts = {
  'space.open-report': {
    title: words('生成统计报告', 'Open a report'),
    tone: 'primary',
    starts: 'space.reports',
    about: words(
      '按统计时点从台账取数，包括所选单位和下级单位。不填时点为当年最后一天。',
      'Drawn up from the ledger as of the day, with all units below. Without a day: the last of the year.',
    ),
    fields: [
      field('unit', '填报单位', 'Unit', 'unit'),
      field('year', '年度', 'Year', 'integer', {
        from: 2000,
        to: 2200,
        help: words('已填本年度，可更改', 'this year is filled in; it may be changed'),
      }),
      field('asOf', '统计时点', 'As of', 'day', { required: false }),
    ],
    initial: () => ({ year: Number(shanghaiParts(Date.now())!.day.slice(0, 4)) }),
  },
  'space.redraw-report': {
    title: words('重新取数', 'Draw up anew'),
    input: present,
    confirm: words('按同一时点从现在的台账重新取数。', 'From the ledger as it is now, as of the same day.'),
  },
  'space.submit-report': {
    title: words('签字报送', 'Sign and submit'),
    tone: 'primary',
    input: present,
    about: words('报送后数据不再变动，由上级审核。', 'Nothing changes afterwards; it is reviewed above.'),
    fields: [
      field('head', '单位负责人', 'Head of the unit', 'text', {
        maxLength: 60,
        help: words('按组织机构中的负责人带出，可更改', 'whoever heads the unit is filled in; it may be changed'),
      }),
      field('statistician', '统计负责人', 'In charge of statistics', 'text', {
        maxLength: 60,
        help: words('已填本人姓名，可更改', 'your own name is filled in; it may be changed'),
      }),
    ],
    initial: ({ signers }) => (signers as Readonly<Record<string, string>> | undefined) ?? {},
  },
  'space.accept-report': {
    title: words('审核通过', 'Accept'),
    tone: 'primary',
    key: 'a',
    input: report,
    fields: [field('opinion', '意见', 'Opinion', 'long-text', { required: false, maxLength: 500 })],
  },
  'space.return-report': {
    title: words('退回', 'Return'),
    input: report,
    fields: [
      field('opinion', '需要更正或说明之处', 'What is to be mended', 'long-text', {
        maxLength: 500,
        phrases: [words('请核对房间面积', 'Check the areas')],
      }),
    ],
  },
};
