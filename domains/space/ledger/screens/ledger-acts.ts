import { words } from '@opengoa/kernel/words';
import { field, type ActObject, type Acts } from '@opengoa/web-kit/room';
import { buildingForms, landHeld, roomUses, structures, tenureKinds, zones } from '../words.zh.ts';

const optional = { required: false } as const;
const m2 = { unitOfMeasure: '㎡', from: 0.01 } as const;
const why = field('why', '原因', 'Why', 'text', { maxLength: 500 });
const note = field('note', '备注', 'Note', 'text', { ...optional, maxLength: 500 });
const paper = field('paper', '依据', 'By which paper', 'text', {
  maxLength: 200,
  help: words('文件名称和文号', 'the paper and its number'),
});

/** A row of a ledger has the view's names, a page's answer the room's. */
const nameOf = (object: ActObject, name: string) =>
  object[name] ??
  object[name.replaceAll(/[A-Z]|\d/g, (letter) => `_${letter.toLowerCase()}`)] ??
  object[name.replace(/M2$/, '_m2').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
const begun = (fields: readonly { readonly name: string }[]) => (object: ActObject) =>
  Object.fromEntries(fields.map(({ name }) => [name, nameOf(object, name)]));

const site = [
  field('name', '宗地', 'Site', 'text', { maxLength: 100 }),
  field('address', '坐落', 'Address', 'text', { ...optional, maxLength: 200 }),
  field('areaM2', '土地面积', 'Area', 'number', { ...optional, ...m2 }),
  field('held', '取得方式', 'Held', 'choice', { choices: landHeld, initial: 'allocated' }),
  note,
] as const;

const building = [
  field('name', '房屋', 'Building', 'text', { maxLength: 100, help: words('如 1号办公楼', 'such as Building 1') }),
  field('address', '坐落', 'Address', 'text', { ...optional, maxLength: 200 }),
  field('form', '层数类型', 'Form', 'choice', {
    choices: buildingForms,
    initial: 'multi-storey',
    help: words('决定使用面积系数', 'decides the coefficient of usable area'),
  }),
  field('structure', '结构', 'Structure', 'choice', { choices: structures, initial: 'reinforced-concrete' }),
  field('builtYear', '建成年份', 'Built', 'integer', { ...optional, from: 1800, to: 2100 }),
  field('grossAreaM2', '建筑面积', 'Gross area', 'number', { ...optional, ...m2 }),
  field('valueFen', '账面价值', 'Book value', 'money', optional),
  field('site', '宗地', 'Site', 'pick', { ...optional, list: 'space.sites', label: ['name'] }),
  field('energyBuilding', '对应的用能建筑', 'Building of the energy office', 'pick', {
    ...optional,
    list: 'energy.buildings',
    label: ['name'],
    help: words('选定后房间页可以看到其表计', 'its meters are then shown with the rooms'),
  }),
  note,
] as const;

const room = [
  field('number', '房号', 'Number', 'text', { maxLength: 30 }),
  field('name', '名称', 'Name', 'text', { ...optional, maxLength: 100 }),
  field('use', '用途', 'Use', 'choice', { choices: roomUses, initial: 'office' }),
  field('areaM2', '使用面积', 'Usable area', 'number', m2),
  field('toiletM2', '其中套内卫生间', 'Toilet inside', 'number', { unitOfMeasure: '㎡', from: 0, initial: 0 }),
  field('restM2', '其中套内休息室', 'Rest room inside', 'number', { unitOfMeasure: '㎡', from: 0, initial: 0 }),
  field('bound', '结构受限', 'Bound', 'yes-no', {
    ...optional,
    help: words('墙体不能改动，超出标准时单独说明', 'walls that cannot be moved: told apart when over standard'),
  }),
  field('zone', '安全区', 'Zone', 'choice', { choices: zones, initial: 'open' }),
  note,
] as const;

export const ledgerActs: Acts = {
  'space.register-site': {
    title: words('登记宗地', 'Register a site'),
    tone: 'primary',
    starts: 'space.sites',
    fields: [field('unit', '管理单位', 'Kept by', 'unit'), ...site],
  },
  'space.change-site': {
    title: words('变更', 'Change'),
    input: ({ id, version }) => ({ site: id, version }),
    fields: site,
    initial: begun(site),
  },
  'space.register-building': {
    title: words('登记房屋', 'Register a building'),
    tone: 'primary',
    starts: 'space.buildings',
    fields: [field('unit', '管理单位', 'Kept by', 'unit'), ...building],
  },
  'space.change-building': {
    title: words('变更', 'Change'),
    input: ({ id, version }) => ({ building: id, version }),
    fields: building,
    // In a row of the ledger `site` is what the site is called.
    initial: (object) => ({
      ...begun(building)(object),
      site: 'site_id' in object ? object['site_id'] : object['site'],
      energyBuilding: object['energyBuilding'] ?? object['energy_building_id'],
    }),
  },
  'space.dispose-building': {
    title: words('处置', 'Dispose of'),
    tone: 'danger',
    about: words(
      '出售、置换、拆除或移交后登记。处置后其房间不再列入台账，历史保留。',
      'Sold, swapped, torn down or handed over. Its rooms leave the ledger, their history stays.',
    ),
    input: ({ id, version }) => ({ building: id, version }),
    fields: [field('day', '处置日期', 'Day', 'day'), paper, why],
  },
  'space.register-floor': {
    title: words('登记楼层', 'Register a floor'),
    input: ({ id }) => ({ building: id }),
    fields: [
      field('number', '第几层', 'Floor', 'integer', {
        from: -20,
        to: 200,
        help: words('地下一层填 -1', '-1 is the first below ground'),
      }),
      field('name', '名称', 'Name', 'text', { ...optional, maxLength: 50 }),
    ],
  },
  'space.register-room': {
    title: words('登记房间', 'Register a room'),
    tone: 'primary',
    input: ({ id }) => ({ building: id }),
    fields: [
      field('floor', '第几层', 'Floor', 'integer', {
        from: -20,
        to: 200,
        help: words('没有登记的楼层会一并登记', 'a floor that is not there is made'),
      }),
      ...room,
    ],
  },
  'space.change-room': {
    title: words('变更', 'Change'),
    input: ({ id, version }) => ({ room: id, version }),
    fields: room,
    initial: begun(room),
  },
  'space.allot-room': {
    title: words('登记分配', 'Allot'),
    tone: 'primary',
    about: words(
      '自该日起房间归该单位使用；以前的日子仍记在原单位。单位申请用房另按流程办理。',
      'From that day on the room is that unit’s; days before stay with whoever had it.',
    ),
    input: ({ id, version }) => ({ room: id, version }),
    fields: [
      field('unit', '使用单位', 'Unit', 'unit'),
      field('from', '自哪天起', 'From', 'day'),
      field('kind', '方式', 'How', 'choice', {
        choices: tenureKinds,
        initial: 'allotted',
        help: words('收回时选“管理单位留存”', 'taken back: kept'),
      }),
      paper,
    ],
  },
  'space.split-room': {
    title: words('拆分', 'Split'),
    about: words('加隔断后分成两间，面积之和不变。', 'Two rooms of the same area together.'),
    fields: [
      field('number1', '第一间房号', 'First number', 'text', { maxLength: 30 }),
      field('area1', '第一间面积', 'First area', 'number', m2),
      field('number2', '第二间房号', 'Second number', 'text', { maxLength: 30 }),
      field('area2', '第二间面积', 'Second area', 'number', m2),
      field('use2', '第二间用途', 'Second use', 'choice', { choices: roomUses, initial: 'office' }),
      why,
    ],
    initial: ({ number }) => ({ number1: number, number2: `${String(number ?? '')}-1` }),
    shape: (values, { id, version, use }) => ({
      room: id,
      version,
      parts: [
        { number: values['number1'], areaM2: values['area1'], use },
        { number: values['number2'], areaM2: values['area2'], use: values['use2'] },
      ],
      why: values['why'],
    }),
  },
  'space.merge-rooms': {
    title: words('合并', 'Merge'),
    about: words(
      '把同一楼层、同一单位的另一间并入本间。',
      'Another room of this floor and unit becomes part of this one.',
    ),
    fields: [
      field('other', '并入的房间', 'The other room', 'pick', { list: 'space.rooms', label: ['building', 'number'] }),
      why,
    ],
    shape: (values, { id, version }) => ({ room: id, version, others: [values['other']], why: values['why'] }),
  },
};
