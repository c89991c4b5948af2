import { words } from '@opengoa/kernel/words';
import { type Acts, field } from '@opengoa/web-kit/room';
import { scopes } from '../words.zh.ts';

const versioned = ({ id, version }: Readonly<Record<string, unknown>>) => ({ stocktake: id, version });

/** How stocktakes are offered: what is asked before each act. */
export const stocktakeActs: Acts = {
  'assets.open-stocktake': {
    title: words('开始盘点', 'Open a stocktake'),
    tone: 'primary',
    starts: 'assets.stocktakes',
    about: words(
      '按当天台账列出范围内的资产和地点；出借、出租的不在其中。',
      'What the book has in the scope today is listed by place; what is lent or rented out is not.',
    ),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('title', '名称', 'Title', 'text', {
        maxLength: 100,
        help: words('如：2026年度盘点 三层', 'such as: yearly, third floor'),
      }),
      field('scope', '范围', 'Scope', 'choice', { choices: scopes, initial: 'floor' }),
      field('building', '楼栋', 'Building', 'pick', {
        list: 'space.buildings',
        label: ['name'],
        when: ({ scope }) => scope === 'building',
      }),
      field('floor', '楼层', 'Floor', 'pick', {
        list: 'space.floors',
        label: ['building', 'name'],
        when: ({ scope }) => scope === 'floor',
      }),
      field('class', '资产类别（代码开头）', 'Class (its beginning)', 'text', {
        maxLength: 9,
        help: words('如 A0201', 'such as A0201'),
        when: ({ scope }) => scope === 'class',
      }),
      field('person1', '盘点人', 'Counted by', 'person', { required: false }),
      field('person2', '另一盘点人', 'And by', 'person', { required: false }),
      field('blind', '先盘实物、后对账（现场不显示清单）', 'Count without the list', 'yes-no', { required: false }),
      field('sample', '账到物抽查件数', 'Cards drawn by lot', 'number', { required: false, from: 0, to: 1000 }),
    ],
    shape: ({ building, floor, person1, person2, blind, sample, ...rest }) => ({
      ...rest,
      ...(building || floor ? { place: building ?? floor } : {}),
      people: [person1, person2].filter(Boolean),
      blind: blind === true,
      sample: typeof sample === 'number' ? sample : 0,
    }),
  },
  'assets.sync-scans': {
    title: words('到现场盘点', 'Count on the spot'),
    tone: 'primary',
    go: '/assets/stocktakes/{id}/take',
  },
  'assets.sign-stocktake': {
    title: words('签字', 'Sign'),
    about: words(
      '第一人签字后不再收盘点记录；第二人（不同的人）签字后封存：生成报告，改地点、报失的单据同时生效。',
      'After the first signature nothing more is taken; the second, by somebody else, seals it: the paper is written, moves and losses take effect.',
    ),
    confirm: words('确认签字？', 'Sign it?'),
    input: versioned,
  },
  'assets.reopen-stocktake': {
    title: words('退回续盘', 'Reopen'),
    input: versioned,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'assets.cancel-stocktake': {
    title: words('取消盘点', 'Cancel'),
    tone: 'danger',
    input: versioned,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
};
