import { words } from '@opengoa/kernel/words';
import { field, type ActObject, type Acts } from '@opengoa/web-kit/room';

const optional = { required: false } as const;
const seconds = field('seconds', '求解时间', 'Time to search', 'integer', {
  unitOfMeasure: '秒',
  from: 5,
  to: 600,
  initial: 50,
  help: words('房间多时时间长一些，方案更好', 'the more rooms the longer, for a better plan'),
});
const of = (it: ActObject) => ({ allocation: it.id, version: it['version'] });

export const allocationActs: Acts = {
  'space.start-allocation': {
    title: words('开始统筹配置', 'Start an allocation'),
    tone: 'primary',
    starts: 'space.allocations',
    about: words('只是求一个方案，台账不变。', 'Only a plan: the ledger stays as it is.'),
    fields: [
      field('title', '方案名称', 'Title', 'text', {
        maxLength: 100,
        help: words('如 1号楼2026年调整', 'such as Building 1, 2026'),
      }),
      field('unit', '范围', 'For', 'unit', {
        help: words('该单位及其下级的办公室都在内', 'its offices and those of all below'),
      }),
      field('building', '只调整一栋房屋', 'One building only', 'pick', {
        ...optional,
        list: 'space.buildings',
        label: ['name'],
      }),
      field('surplusCap', '上限系数', 'Cap', 'number', {
        ...optional,
        from: 1,
        to: 3,
        help: words(
          '给的面积最多是需要的几倍；不填按项目默认值',
          'how many times its need a unit is given at most; the default where it is empty',
        ),
      }),
      field('secret', '须用涉密区的单位', 'A unit that needs secret rooms', 'unit', optional),
      field('near', '希望同楼的单位', 'A unit that wishes to be near', 'unit', optional),
      field('other', '与其同楼', 'and to whom', 'unit', { ...optional, when: ({ near }) => typeof near === 'string' }),
      seconds,
    ],
    shape: ({ unit, title, building, surplusCap, seconds: time, secret, near, other }) => ({
      unit,
      title,
      seconds: time,
      ...(building ? { buildings: [building] } : {}),
      ...(surplusCap ? { surplusCap } : {}),
      ...(secret ? { zones: [{ unit: secret, zone: 'secret' }] } : {}),
      ...(near && other ? { near: [{ unit: near, other }] } : {}),
    }),
    done: words('已开始求解', 'The search has begun'),
  },
  'space.search-again': {
    title: words('再次求解', 'Search again'),
    input: of,
    fields: [
      seconds,
      field('keepByHand', '手工调整的房间保持不动', 'Rooms placed by hand stay', 'yes-no', { initial: true }),
    ],
  },
  'space.stop-allocation': {
    title: words('停止求解', 'Stop searching'),
    input: ({ id }) => ({ allocation: id }),
    confirm: words('停止后保留到目前为止最好的方案。', 'The best plan until now is kept.'),
  },
  'space.apply-allocation': {
    title: words('实施方案', 'Apply the plan'),
    tone: 'primary',
    about: words('房间自所选日期起归方案中的单位。', 'From that day on the rooms are the units’ of the plan.'),
    input: of,
    fields: [
      field('paper', '依据', 'By which paper', 'text', {
        maxLength: 200,
        help: words('文件名称和文号', 'the paper and its number'),
      }),
      field('from', '自哪天起', 'From', 'day', { initial: 'today' }),
    ],
  },
  'space.drop-allocation': {
    title: words('放弃方案', 'Drop the plan'),
    tone: 'danger',
    input: of,
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 500 })],
  },
};
