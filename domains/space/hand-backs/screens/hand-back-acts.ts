import { words } from '@opengoa/kernel/words';
import { type ActObject, type Acts, field } from '@opengoa/web-kit/room';

/** From a row of the ledger, or from the desk, where the task names its thing. */
const onHandBack = ({ id }: ActObject) => ({ handBack: id });

export const handBackActs: Acts = {
  'space.ask-to-hand-back': {
    title: words('退还房间', 'Hand rooms back'),
    tone: 'primary',
    starts: 'space.hand-backs',
    go: '/space/hand-back',
  },
  'space.take-hand-back': {
    title: words('确认交接', 'Take over'),
    tone: 'primary',
    about: words(
      '现场交接后确认；房间转为闲置，由房屋管理单位留存，使用凭证随之变更。',
      'Confirm after the hand-over on the spot: the rooms stand vacant with the keeper, and the licence of use changes.',
    ),
    input: onHandBack,
    fields: [
      field('day', '交接日期', 'Taken over on', 'day', { initial: 'today' }),
      field('note', '交接说明', 'Note', 'long-text', {
        required: false,
        maxLength: 500,
        phrases: [words('钥匙已交，房间完好', 'Keys handed over, rooms in order')],
      }),
    ],
  },
  'space.decline-hand-back': {
    title: words('不接收', 'Do not take'),
    tone: 'danger',
    input: onHandBack,
    fields: [
      field('reason', '原因', 'Why', 'long-text', {
        maxLength: 500,
        phrases: [words('房间尚未清空', 'The rooms are not cleared yet')],
      }),
    ],
  },
  'space.withdraw-hand-back': {
    title: words('撤回', 'Withdraw'),
    tone: 'danger',
    input: onHandBack,
    confirm: words('撤回后房间仍归本单位使用。', 'The unit keeps the rooms.'),
  },
};
