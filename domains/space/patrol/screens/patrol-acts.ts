import { words } from '@opengoa/kernel/words';
import { type Acts, field } from '@opengoa/web-kit/room';
import { findingKinds } from '../words.zh.ts';

const optional = { required: false } as const;
const onPatrol = ({ id, version }: Readonly<Record<string, unknown>>) => ({ patrol: id, version });
/** From a row of the ledger, or from the desk, where the task names its thing. */
const onDefect = ({ id, version }: Readonly<Record<string, unknown>>) => ({ defect: id, version });
const photos = (required: boolean) =>
  field('photos', '照片', 'Photos', 'files', { required, point: 'space.patrol-photo' });

export const patrolActs: Acts = {
  'space.plan-patrol': {
    title: words('安排巡检', 'Plan a patrol'),
    tone: 'primary',
    starts: 'space.patrols',
    fields: [
      field('building', '房屋', 'Building', 'pick', { list: 'space.buildings', label: ['name'] }),
      field('day', '日期', 'Day', 'day', { initial: 'today' }),
      field('person', '巡检人', 'Who walks', 'person'),
      field('note', '说明', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
  },
  'space.report-defect': {
    title: words('登记问题', 'Report a defect'),
    tone: 'primary',
    input: ({ id }) => ({ patrol: id }),
    fields: [
      field('room', '房间', 'Room', 'pick', { ...optional, list: 'space.rooms', label: ['building', 'number'] }),
      field('place', '位置', 'Where', 'text', {
        ...optional,
        maxLength: 100,
        help: words('走廊、楼梯等没有房号的写在这里', 'corridors, stairs and what has no number'),
      }),
      field('kind', '类别', 'Kind', 'choice', { choices: findingKinds, initial: 'damage' }),
      field('what', '问题', 'What', 'long-text', { maxLength: 500 }),
      photos(false),
    ],
  },
  'space.finish-patrol': {
    title: words('完成巡检', 'Finish'),
    input: onPatrol,
    fields: [field('note', '说明', 'Note', 'text', { ...optional, maxLength: 300 })],
  },
  'space.cancel-patrol': {
    title: words('取消巡检', 'Cancel'),
    tone: 'danger',
    input: onPatrol,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'space.assign-defect': {
    title: words('交办整改', 'Assign'),
    tone: 'primary',
    input: onDefect,
    fields: [field('person', '整改人', 'Who puts it right', 'person'), field('due', '整改期限', 'Due', 'day')],
  },
  'space.rectify-defect': {
    title: words('整改完成', 'Put right'),
    tone: 'primary',
    input: onDefect,
    fields: [field('said', '整改情况', 'What was done', 'long-text', { maxLength: 500 }), photos(true)],
  },
  'space.verify-defect': {
    title: words('复核', 'Verify'),
    tone: 'primary',
    input: onDefect,
    fields: [
      field('good', '整改到位', 'It is right now', 'yes-no', { initial: true }),
      field('said', '复核意见', 'Opinion', 'long-text', { ...optional, maxLength: 500 }),
    ],
  },
};
