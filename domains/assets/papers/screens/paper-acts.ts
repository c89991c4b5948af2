import { words } from '@opengoa/kernel/words';
import { type ActObject, type Acts, field } from '@opengoa/web-kit/room';
import { cardConditions } from '../../cards/words.zh.ts';
import { roomField } from '../../cards/screens/card-acts.ts';
import { repairResults } from '../words.zh.ts';

const optional = { required: false } as const;

/** Of one card its id, of several chosen in the ledger theirs. */
const chosen = ({ id, cards }: ActObject) => ({ cards: Array.isArray(cards) ? cards : [id] });
const onPaper = ({ id, version }: ActObject) => ({ paper: id, version });

const receiver = field('to', '接收人', 'Receiver', 'person');
const department = field('department', '使用部门', 'Department', 'unit', optional);
const place = field('place', '存放地点', 'Place', 'text', {
  ...optional,
  maxLength: 200,
  help: words('选了房间可不填', 'left out where a room is chosen'),
});
const dayField = field('day', '日期', 'Day', 'day', { ...optional, help: words('不填即今天', 'left out: today') });
const note = field('note', '说明', 'Note', 'text', { ...optional, maxLength: 500 });
const condition = field('condition', '新旧程度', 'Condition', 'choice', { ...optional, choices: cardConditions });

export const paperActs: Acts = {
  'assets.issue-cards': {
    title: words('领用', 'Issue'),
    tone: 'primary',
    about: words(
      '当面交给使用人；需要对方在系统里签收的，请办移交。',
      'Given in person; for a signature in the system hand them over.',
    ),
    input: chosen,
    fields: [receiver, department, roomField, place, dayField, note] as never,
  },
  'assets.hand-over-cards': {
    title: words('移交', 'Hand over'),
    about: words(
      '一张单据、一次签收：接收人的待办里会出现签收事项，签收前仍在原使用人名下。',
      'One paper, one signature: it appears on the receiver’s desk, and is the giver’s until signed.',
    ),
    input: chosen,
    fields: [receiver, department, roomField, place, dayField, note] as never,
  },
  'assets.take-back-cards': {
    title: words('退库', 'Take back'),
    input: chosen,
    fields: [roomField, place, condition, dayField, note] as never,
  },
  'assets.lend-cards': {
    title: words('借出', 'Lend'),
    input: chosen,
    fields: [
      field('borrower', '借用单位或借用人', 'Borrower', 'text', { maxLength: 100 }),
      field('dueOn', '应还日期', 'Due back', 'day'),
      dayField,
      note,
    ] as never,
  },
  'assets.return-cards': {
    title: words('归还', 'Take in a return'),
    tone: 'primary',
    input: chosen,
    fields: [condition, dayField, note] as never,
  },
  'assets.move-cards': {
    title: words('移动', 'Move'),
    about: words('换房间、地点或部门，使用人不变。', 'Another room, place or department; who uses it stays.'),
    input: chosen,
    fields: [roomField, place, department, dayField, note] as never,
  },
  'assets.send-to-repair': {
    title: words('送修', 'Send to repair'),
    input: chosen,
    fields: [
      field('what', '故障或要求', 'What is wrong', 'long-text', { maxLength: 300 }),
      field('vendor', '维修单位', 'Repaired by', 'text', { ...optional, maxLength: 100 }),
      field('quoteFen', '报价', 'Quoted', 'money', optional),
      dayField,
      note,
    ] as never,
  },
  'assets.transfer-cards': {
    title: words('调拨', 'Transfer'),
    about: words(
      '调入其他单位的台账；对方接收前仍在本单位账上。',
      'Into another unit’s ledger; ours until it takes them.',
    ),
    input: chosen,
    fields: [
      field('to', '调入单位', 'To which unit', 'unit'),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
      dayField,
      note,
    ] as never,
  },
  'assets.end-repair': {
    title: words('维修完成', 'End the repair'),
    tone: 'primary',
    input: onPaper,
    fields: [
      field('result', '结果', 'Result', 'choice', { choices: repairResults, initial: 'repaired' }),
      field('costFen', '费用', 'Cost', 'money'),
      field('invoice', '发票号', 'Invoice', 'text', { ...optional, maxLength: 60 }),
      dayField,
    ],
  },
  'assets.sign-hand-over': {
    title: words('签收', 'Sign'),
    tone: 'primary',
    key: 'a',
    dialog: () => import('./sign-dialog.tsx'),
  },
  'assets.take-transfer': {
    title: words('接收', 'Take in'),
    tone: 'primary',
    input: onPaper,
    fields: [department, roomField, place] as never,
  },
  'assets.refuse-transfer': {
    title: words('拒收', 'Refuse'),
    tone: 'danger',
    input: onPaper,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'assets.withdraw-paper': {
    title: words('撤回', 'Withdraw'),
    tone: 'danger',
    input: onPaper,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
