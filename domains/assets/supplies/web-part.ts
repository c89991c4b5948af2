import { words } from '@opengoa/kernel/words';
import { type ActObject, field, webPart } from '@opengoa/web-kit/room';
import { supplyFactWords, supplyKinds } from './words.zh.ts';

const optional = { required: false } as const;
const quantityField = field('quantity', '数量', 'Quantity', 'integer', { initial: 1, from: 1 });
const noteField = field('note', '备注', 'Note', 'text', { ...optional, maxLength: 200 });
const supply = ({ id }: ActObject) => ({ supply: id });

export const supplies = webPart({
  group: { zh: '配置与采购', en: 'Buying' },
  pages: [
    {
      path: '/assets/supplies',
      title: words('耗材配件', 'Supplies'),
      needs: 'assets.supplies',
      nav: true,
      load: () => import('./screens/supply-list.tsx'),
    },
    {
      path: '/assets/supply-moves',
      title: words('耗材收发', 'Supplies in and out'),
      needs: 'assets.supply-moves',
      nav: true,
      load: () => import('./screens/supply-moves.tsx'),
    },
  ],
  acts: {
    'assets.keep-supply': {
      title: words('登记变更', 'Enter or change'),
      tone: 'primary',
      starts: 'assets.supplies',
      fields: [
        field('unit', '所属单位', 'Unit', 'unit', { when: ({ supply: known }) => known === undefined }),
        field('kind', '类别', 'Kind', 'choice', { choices: supplyKinds, initial: 'consumable' }),
        field('name', '名称', 'Name', 'text', { maxLength: 100 }),
        field('model', '规格型号', 'Model', 'text', { ...optional, maxLength: 100 }),
        field('measure', '计量单位', 'Measure', 'text', { initial: '个', maxLength: 20 }),
        field('minimum', '最低库存', 'Least', 'integer', {
          initial: 0,
          from: 0,
          help: words('低于它就提醒；0 为不提醒', 'somebody is told below it; 0 for never'),
        }),
        field('validUntil', '授权到期日', 'Valid until', 'day', {
          ...optional,
          when: ({ kind }) => kind === 'licence',
        }),
        field('place', '存放地点', 'Place', 'text', { ...optional, maxLength: 200 }),
        field('note', '备注', 'Note', 'text', { ...optional, maxLength: 500 }),
      ],
      input: ({ id, unit_id, kind }) => (id === undefined ? {} : { supply: id, unit: unit_id, kind }),
      initial: ({ id, unit_id, valid_until, ...row }) =>
        id === undefined ? {} : { ...row, supply: id, unit: unit_id, validUntil: valid_until },
      shape: ({ unit, kind, name, model, measure, minimum, validUntil, place, note }, { id }) => ({
        ...(id === undefined ? {} : { supply: id }),
        unit,
        kind,
        name,
        measure,
        minimum,
        ...(model ? { model } : {}),
        ...(kind === 'licence' && validUntil ? { validUntil } : {}),
        ...(place ? { place } : {}),
        ...(note ? { note } : {}),
      }),
    },
    'assets.receive-supply': {
      title: words('入库', 'Receive'),
      input: supply,
      fields: [
        quantityField,
        field('amountFen', '总金额', 'Amount', 'money', { ...optional, initial: 0 }),
        field('supplier', '供应商', 'Supplier', 'text', { ...optional, maxLength: 100 }),
        noteField,
      ],
    },
    'assets.issue-supply': {
      title: words('领用', 'Give out'),
      tone: 'primary',
      input: supply,
      about: words(
        '耗材领用即消耗；配件请选择装到哪件资产，软件授权请选择使用人或设备。',
        'A consumable is used up; say into which thing a component goes, and who has a seat or on what.',
      ),
      fields: [
        quantityField,
        field('holder', '领用人', 'To', 'person', optional),
        field('card', '装到哪件资产', 'Into the thing', 'pick', {
          ...optional,
          list: 'assets.cards',
          label: ['number', 'name'],
        }),
        noteField,
      ],
    },
    'assets.return-supply': {
      title: words('收回', 'Take back'),
      tone: 'primary',
      input: ({ id }) => ({ move: id }),
      initial: ({ held }) => ({ quantity: held }),
      fields: [quantityField, noteField],
    },
    'assets.count-supply': {
      title: words('盘点更正', 'Count'),
      input: ({ id, version }) => ({ supply: id, version }),
      initial: ({ on_hand }) => ({ counted: on_hand }),
      fields: [
        field('counted', '实有数量', 'Counted', 'integer', { from: 0 }),
        field('why', '原因', 'Why', 'text', { maxLength: 200 }),
      ],
    },
    'assets.end-supply': {
      title: words('停用', 'End'),
      tone: 'danger',
      input: ({ id, version }) => ({ supply: id, version }),
      fields: [field('why', '原因', 'Why', 'text', { maxLength: 200 })],
    },
  },
  facts: { ...supplyFactWords, 'assets.supply': words('耗材配件', 'Supply') },
  opens: { 'assets.supply': '/assets/supplies' },
  help: () => import('./help.ts'),
});
