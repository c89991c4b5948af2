import { words } from '@opengoa/kernel/words';
import { type Act, type ActObject, type Acts, field } from '@opengoa/web-kit/room';
import { rightKinds } from '../words.zh.ts';

const optional = { required: false } as const;

/** Of one card its id, of several chosen in the ledger theirs. */
const chosen = ({ id, cards }: ActObject) => ({ cards: Array.isArray(cards) ? cards : [id] });

const told = [
  field('holderUnit', '权利单位', 'Unit', 'unit', optional),
  field('holder', '权利人', 'Holder', 'text', {
    ...optional,
    maxLength: 200,
    help: words(
      '按文件所载，如“国家（由机关事务管理局代管）”；不填即权利单位',
      'as the paper names it; left out: the unit',
    ),
  }),
  field('from', '自哪天起', 'From', 'day'),
  field('paper', '文号', 'Paper', 'text', { maxLength: 200 }),
  field('reason', '事由', 'Reason', 'text', { maxLength: 300 }),
] as const;

const record = (zh: string, en: string, about: Act['about'] & object) => ({
  title: words(zh, en),
  about,
  input: chosen,
  fields: [...told],
});

export const rightActs: Acts = {
  'assets.record-ownership': record(
    '登记所有权',
    'Record ownership',
    words(
      '归谁所有；原来的登记到起始日为止，留在历史里。',
      'Whose it is; what stood before ends on that day and stays in the history.',
    ),
  ),
  'assets.record-allotment': record(
    '登记使用权',
    'Record an allotment',
    words(
      '配给哪个单位使用；使用人和地点的变动仍办单据。',
      'To which unit it is given; who uses it and where changes by papers.',
    ),
  ),
  'assets.record-disposal-right': record(
    '登记处置权',
    'Record a right of disposal',
    words(
      '由谁处置；登记在其他单位的，申请处置时会提示须经其同意。',
      'Who disposes of it; where it is another unit, a proposal to dispose says whose consent it asks for.',
    ),
  ),
  'assets.record-right-of-class': {
    title: words('整类登记权利', 'Record for a class'),
    tone: 'primary',
    starts: 'assets.rights',
    about: words(
      '一份文件登记一个单位同一分类的全部资产，一次最多 500 项；还有剩余的再办一次，已登记的不重复。',
      'One paper for all a unit has of a class, at most 500 at once; do it again while some are left.',
    ),
    fields: [
      field('kind', '权利', 'Right', 'choice', { choices: rightKinds, initial: 'ownership' }),
      field('unit', '台账单位', 'Ledger', 'unit'),
      field('class', '分类代码', 'Class', 'text', {
        maxLength: 9,
        suggests: 'assets.class-choices',
        help: words('代码或其开头，如 A02、A0201', 'a code or its beginning, as A02'),
      }),
      ...told,
    ],
  },
  'assets.end-right': {
    title: words('权属终止', 'End'),
    tone: 'danger',
    about: words(
      '没有新的权利人时终止；登记有误的，按起始日终止，再重新登记。',
      'Ends it with nobody after; a wrong entry ends on its first day and is made anew.',
    ),
    input: ({ id, version }) => ({ right: id, version }),
    fields: [
      field('day', '终止日期', 'Day', 'day'),
      field('paper', '文号', 'Paper', 'text', { maxLength: 200 }),
      field('reason', '事由', 'Reason', 'text', { maxLength: 300 }),
    ],
  },
};
