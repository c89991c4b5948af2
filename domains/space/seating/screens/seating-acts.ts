import { words } from '@opengoa/kernel/words';
import { field, type Acts } from '@opengoa/web-kit/room';
import { standings } from '../words.zh.ts';

const optional = { required: false } as const;
const seat = [
  field('from', '自哪天起', 'From', 'day'),
  field('standing', '使用情形', 'Standing', 'choice', {
    choices: standings,
    initial: 'ordinary',
    help: words('两处办公室须选“兼职另配”并有批准文件', 'a second office needs the paper that approves it'),
  }),
  field('paper', '批准文件', 'Paper', 'text', {
    ...optional,
    maxLength: 200,
    when: ({ standing }) => standing !== undefined && standing !== 'ordinary',
  }),
] as const;
const seating = ({ id, version }: { readonly id?: unknown; readonly version?: unknown }) => ({ seating: id, version });

export const seatingActs: Acts = {
  'space.seat-person': {
    title: words('安排座位', 'Seat a person'),
    tone: 'primary',
    about: words(
      '登记谁自哪天起坐在这间房，按其职务和当日标准自动核对面积。',
      'Who sits here since which day; the area is held beside the standard of their post.',
    ),
    input: ({ id }) => ({ room: id }),
    fields: [
      field('person', '人员', 'Person', 'person'),
      ...seat,
      field('asFound', '按清查实际登记', 'As a count found it', 'yes-no', {
        ...optional,
        help: words(
          '清查发现一人多处时如实登记，随后核实',
          'enter two rooms of one person as they are; they are then verified',
        ),
      }),
    ],
  },
  'space.move-person': {
    title: words('调整座位', 'Move'),
    tone: 'primary',
    about: words(
      '一次办理，原房间自该日起腾出，以前的日子不变。',
      'One act over both rooms; days before stay as they were.',
    ),
    input: seating,
    fields: [
      field('to', '调整到', 'To', 'pick', { list: 'space.rooms', label: ['building', 'number', 'name'] }),
      ...seat,
    ],
  },
  'space.end-seating': {
    title: words('腾退', 'Vacate'),
    input: seating,
    fields: [
      field('day', '腾退日期', 'Day', 'day'),
      field('why', '原因', 'Why', 'text', { ...optional, maxLength: 200 }),
    ],
  },
  'space.change-standing': {
    title: words('变更使用情形', 'Change the standing'),
    input: seating,
    initial: ({ standing, paper }) => ({ standing, paper }),
    fields: [seat[1], seat[2]],
  },
};
