import { words } from '@opengoa/kernel/words';
import { type ActObject, type Acts, field } from '@opengoa/web-kit/room';
import { expenseKinds } from '../words.zh.ts';

const optional = { required: false } as const;

interface Fee {
  readonly from: string;
  readonly to: string;
  readonly amountFen: number | null;
  readonly building: { readonly id: string; readonly name: string } | null;
}
/** From a property contract: what its fee of last month would be recorded as; the receipt is still asked. */
const fromContract = ({ fee, supplier, number }: ActObject): Readonly<Record<string, unknown>> => {
  if (typeof fee !== 'object' || fee === null) return {};
  const { building, ...rest } = fee as Fee;
  return {
    ...rest,
    ...(building ? { building: { id: building.id, label: building.name } } : {}),
    kind: 'property',
    payee: supplier,
    note: `物业合同 ${String(number)}：年费按月`,
  };
};

export const costActs: Acts = {
  'space.record-expense': {
    title: words('登记用房费用', 'Record an expense'),
    tone: 'primary',
    starts: 'space.expenses',
    initial: fromContract,
    about: words(
      '维修项目的支出请在项目里登记，不要在这里重复。',
      'What is paid for works is recorded with them, not here again.',
    ),
    fields: [
      field('building', '房屋', 'Building', 'pick', { list: 'space.buildings', label: ['name'] }),
      field('kind', '种类', 'Kind', 'choice', { choices: expenseKinds, initial: 'property' }),
      field('from', '费用期间自', 'From', 'day'),
      field('to', '至', 'To', 'day', {
        help: words('跨年的按天分到各年', 'what crosses a year is shared by days'),
      }),
      field('amountFen', '金额', 'Amount', 'money'),
      field('payee', '收款单位', 'Paid to', 'text', { ...optional, maxLength: 100 }),
      field('receipt', '票据号', 'Receipt', 'text', { maxLength: 60 }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
  },
  'space.strike-expense': {
    title: words('冲销', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ expense: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
