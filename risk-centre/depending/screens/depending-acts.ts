import { words } from '@opengoa/kernel/words';
import type { Acts } from '@opengoa/web-kit/room';
import { partKindWords } from '../words.ts';

export const dependingActs: Acts = {
  'risk-centre.add-dependency': {
    title: words('登记依赖', 'Enter a dependency'),
    tone: 'primary',
    starts: 'risk-centre.dependencies',
    fields: [
      { name: 'unit', title: words('单位', 'Unit'), kind: 'unit' },
      {
        name: 'part',
        title: words('部件', 'Part'),
        kind: 'text',
        maxLength: 100,
        suggests: 'risk-centre.part-choices',
        help: words(
          '可选台账里的建筑、房间、设备、供电，也可写新的名称，如“门户网站”。',
          'A building, room, thing or supply of the ledgers, or a new name.',
        ),
      },
      { name: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: partKindWords },
      {
        name: 'needs',
        title: words('依赖', 'Needs'),
        kind: 'text',
        maxLength: 1_000,
        suggests: 'risk-centre.part-choices',
        help: words(
          '它停用时部件也停用。多个用“、”隔开，如“机房空调、机房配电”。',
          'Without it the part stops too; several with 、 between them.',
        ),
      },
      {
        name: 'atLeast',
        title: words('至少几个', 'At least'),
        kind: 'integer',
        required: false,
        from: 1,
        to: 20,
        help: words(
          '互为备用时填，如两路电源有一路即可，填 1；不填为全部都需要。',
          'For spares: one of two feeds is 1. Left out: all of them.',
        ),
      },
      { name: 'since', title: words('起始日期', 'Since'), kind: 'day', initial: 'today' },
      {
        name: 'hourLossFen',
        title: words('停用每小时损失', 'Loss of an hour'),
        kind: 'money',
        required: false,
      },
      {
        name: 'repairHours',
        title: words('通常修复工时', 'Hours of a repair'),
        kind: 'number',
        required: false,
        from: 0.1,
        to: 10_000,
      },
    ],
  },
  'risk-centre.end-dependency': {
    title: words('终止', 'End'),
    input: ({ id }) => ({ need: id }),
    fields: [
      {
        name: 'until',
        title: words('终止日期', 'Until'),
        kind: 'day',
        initial: 'today',
        help: words(
          '从这一天起不再依赖；登记错了可填起始日期。',
          'From this day on it is not needed; of one entered wrongly, the day it began.',
        ),
      },
    ],
  },
};
