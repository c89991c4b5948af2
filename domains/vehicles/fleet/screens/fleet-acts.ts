import { words } from '@opengoa/kernel/words';
import { field, type Acts, type ActObject } from '@opengoa/web-kit/room';
import { papersField } from '../../papers/screens/paper-acts.ts';
import {
  bodies,
  carriers,
  categories,
  conditions,
  disposals,
  driverStates,
  licences,
  powers,
  vehicleStates,
} from '../../words.zh.ts';

const optional = { required: false } as const;

/** What the ledger asks about a vehicle, new or changed. */
const described = [
  field('make', '品牌', 'Make', 'text', { maxLength: 60 }),
  field('model', '型号', 'Model', 'text', { maxLength: 60 }),
  field('modelYear', '年份', 'Year', 'integer', optional),
  field('category', '车辆类别', 'Category', 'choice', { choices: categories }),
  field('body', '车型', 'Body', 'choice', { choices: bodies }),
  field('power', '动力', 'Power', 'choice', { choices: powers }),
  field('condition', '配备依据', 'Condition', 'choice', {
    choices: conditions,
    initial: 'ordinary',
    help: words(
      '超过一般标准的，须有“因工作需要”或“确因情况特殊”的依据',
      'beyond the ordinary limit only as the rule allows',
    ),
  }),
  field('seats', '核定载客', 'Seats', 'integer', {
    ...optional,
    unitOfMeasure: '人',
    from: 1,
    to: 100,
    help: words('含驾驶员', 'the driver included'),
  }),
  field('displacementL', '排气量', 'Displacement', 'number', { ...optional, unitOfMeasure: 'L' }),
  field('priceFen', '购置价', 'Price', 'money', { ...optional, help: words('不含车辆购置税', 'without purchase tax') }),
  field('tankLitres', '油箱容积', 'Tank', 'number', { ...optional, unitOfMeasure: 'L' }),
  field('batteryKwh', '电池容量', 'Battery', 'number', { ...optional, unitOfMeasure: 'kWh' }),
  field('inServiceDay', '启用日期', 'In service', 'day', optional),
  field('usedBy', '使用部门', 'Used by', 'text', { ...optional, maxLength: 120 }),
];
const serves = field('serves', '服务范围', 'Serves', 'unit', {
  ...optional,
  help: words(
    '为哪个单位及其下属用车；不填即为所属单位所在的机构',
    'whose people it carries; left out: its institution',
  ),
});

/** A row of the ledger has the view's names, the vehicle's page the room's. */
const nameOf = (object: ActObject, name: string) =>
  object[name] ?? object[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
const vehicle = ({ id }: ActObject) => ({ vehicle: id });
const versioned = ({ id, version }: ActObject) => ({ vehicle: id, version });

export const fleetActs: Acts = {
  'vehicles.register-vehicle': {
    title: words('登记车辆', 'Register a vehicle'),
    tone: 'primary',
    starts: 'vehicles.vehicles',
    fields: [
      field('plate', '车牌号', 'Plate', 'text', { maxLength: 20 }),
      field('unit', '所属单位', 'Unit', 'unit'),
      serves,
      ...described,
      field('odometerKm', '里程表读数', 'Odometer', 'integer', { unitOfMeasure: 'km', from: 0, initial: 0 }),
      field('purchase', '购置申请', 'Purchase', 'pick', {
        ...optional,
        list: 'vehicles.purchases',
        where: { 'f.state': 'approved' },
        label: ['category', 'why'],
        help: words('新购车辆选批准的购置申请', 'of a bought one: its approved purchase'),
      }),
    ],
  },
  'vehicles.change-vehicle': {
    title: words('变更', 'Change'),
    input: versioned,
    fields: [
      field('state', '状态', 'State', 'choice', {
        choices: {
          'in-use': vehicleStates['in-use'],
          'under-repair': vehicleStates['under-repair'],
          sealed: vehicleStates.sealed,
        },
      }),
      ...described,
    ],
    initial: (object) => ({
      state: object['state'],
      ...Object.fromEntries(described.map(({ name }) => [name, nameOf(object, name)])),
    }),
  },
  'vehicles.replace-odometer': {
    title: words('更换里程表', 'Replace the odometer'),
    input: vehicle,
    fields: [
      field('readKm', '旧表最后读数', 'Last of the old', 'integer', { unitOfMeasure: 'km', from: 0 }),
      field('newKm', '新表起始读数', 'First of the new', 'integer', { unitOfMeasure: 'km', from: 0, initial: 0 }),
      field('why', '原因', 'Why', 'text', { maxLength: 500 }),
    ],
  },
  'vehicles.record-fuel': {
    title: words('登记加油充电', 'Record fuel'),
    tone: 'primary',
    input: vehicle,
    fields: [
      field('filledAt', '时间', 'At', 'instant'),
      field('carrier', '种类', 'Carrier', 'choice', { choices: carriers, initial: 'petrol' }),
      field('litres', '加油量', 'Litres', 'number', {
        unitOfMeasure: 'L',
        when: ({ carrier }) => carrier !== 'electricity',
      }),
      field('electricityKwh', '充电量', 'Charged', 'number', {
        unitOfMeasure: 'kWh',
        when: ({ carrier }) => carrier === 'electricity',
      }),
      field('costFen', '金额', 'Cost', 'money'),
      field('odometerKm', '里程表读数', 'Odometer', 'integer', { unitOfMeasure: 'km', from: 0 }),
      field('full', '加满', 'Filled up', 'yes-no', {
        help: words('本次加满（油耗按两次加满之间计算）', 'filled up (consumption is known between full fills)'),
      }),
      field('station', '站点', 'Station', 'text', { ...optional, maxLength: 100 }),
      field('card', '卡号', 'Card', 'text', { ...optional, maxLength: 40 }),
      papersField,
    ],
    shape: (values) => ({ litres: null, electricityKwh: null, ...values }),
  },
  'vehicles.retire-vehicle': {
    title: words('处置', 'Retire'),
    tone: 'danger',
    input: versioned,
    fields: [
      field('disposal', '处置方式', 'How', 'choice', { choices: disposals }),
      field('day', '处置日期', 'Day', 'day'),
      field('paper', '提前处置批准文号', 'Approval of early disposal', 'text', {
        ...optional,
        maxLength: 100,
        help: words(
          '未满使用年限的，因安全等原因提前处置须经批准',
          'before its years are over, for safety, with approval',
        ),
      }),
      field('why', '说明', 'Why', 'text', { ...optional, maxLength: 500 }),
    ],
  },
  'vehicles.register-driver': {
    title: words('登记驾驶员', 'Register a driver'),
    tone: 'primary',
    starts: 'vehicles.drivers',
    fields: [
      field('person', '人员', 'Person', 'person'),
      field('unit', '所属单位', 'Unit', 'unit'),
      field('licence', '准驾车型', 'Licence', 'choice', { choices: licences }),
      field('licenceValidTo', '驾驶证有效期至', 'Valid to', 'day'),
    ],
  },
  'vehicles.change-driver': {
    title: words('变更', 'Change'),
    input: ({ id, version }) => ({ driver: id, version }),
    fields: [
      field('licence', '准驾车型', 'Licence', 'choice', { choices: licences }),
      field('licenceValidTo', '驾驶证有效期至', 'Valid to', 'day'),
      field('state', '状态', 'State', 'choice', { choices: driverStates }),
    ],
    initial: (object) => ({
      licence: object['licence'],
      licenceValidTo: object['licence_valid_to'],
      state: object['state'],
    }),
  },
};
