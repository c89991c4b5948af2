import { words } from '@opengoa/kernel/words';
import { field, type Acts, type ActObject } from '@opengoa/web-kit/room';

const statement = ({ id }: ActObject) => ({ statement: id });
const present = ({ id, version }: ActObject) => ({ statement: id, version });

export const statementActs: Acts = {
  'energy.open-statement': {
    title: words('生成月报', 'Open a statement'),
    tone: 'primary',
    starts: 'energy.statements',
    about: words(
      '月初自动生成；也可在此补生成以往月份。各格由表计、台账预填。',
      'Opened by itself when a month is over; here for earlier ones. Cells are pre-filled from meters and ledgers.',
    ),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('month', '月份', 'Month', 'text', { maxLength: 7, help: words('如 2026-10', 'such as 2026-10') }),
    ],
  },
  'energy.submit-statement': {
    title: words('签字报送', 'Sign and submit'),
    tone: 'primary',
    key: 's',
    input: present,
    about: words('报送后由上级审核，数据不再变动。', 'Reviewed above; nothing changes meanwhile.'),
    fields: [
      field('head', '单位负责人', 'Head of the unit', 'text', { maxLength: 60 }),
      field('statistician', '统计负责人', 'In charge of statistics', 'text', { maxLength: 60 }),
    ],
  },
  'energy.refill-statement': {
    title: words('重新取数', 'Take again'),
    input: present,
    confirm: words(
      '按现有读数、单价和台账重新取数；已更正的格保持不变。',
      'From the readings, prices and ledgers as they are now; cells that were corrected stay.',
    ),
  },
  'energy.recall-statement': {
    title: words('撤回', 'Recall'),
    input: statement,
    fields: [field('why', '原因', 'Why', 'long-text', { maxLength: 500 })],
  },
  'energy.accept-statement': {
    title: words('审核通过', 'Accept'),
    tone: 'primary',
    key: 'a',
    input: statement,
    fields: [
      field('opinion', '意见', 'Opinion', 'long-text', {
        required: false,
        maxLength: 500,
        phrases: [words('数据与来源相符', 'Agrees with its sources')],
      }),
    ],
  },
  'energy.reopen-statement': {
    title: words('重新打开', 'Reopen'),
    about: words(
      '已审核的月报退回填报单位更正；原审核通过的数据留存为一个版本。',
      'The accepted statement goes back to the unit to be corrected; what was accepted is kept as a revision.',
    ),
    input: statement,
    fields: [
      field('why', '原因', 'Why', 'long-text', {
        maxLength: 500,
        phrases: [words('账单更正', 'The bill was corrected'), words('漏报建筑', 'A building was left out')],
      }),
    ],
  },
  'energy.return-statement': {
    title: words('退回', 'Return'),
    input: statement,
    fields: [
      field('opinion', '需要更正或说明之处', 'What is to be mended', 'long-text', {
        maxLength: 500,
        phrases: [words('请附账单', 'Please give the bill'), words('请核对计量单位', 'Please check the unit')],
      }),
    ],
  },
};
