import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryOf, type ProjectPlan } from './duplicate-projects.ts';
import { projectText } from './project-text.ts';
import { inFirstForm, projectWords, readProjectWords } from './project-words.ts';

const words = projectWords();
const vehicles: ProjectPlan = {
  id: 'A',
  title: '临江市机关事务管理局公务用车管理平台建设项目',
  description: '实现车辆卫星定位、用车申请审批、油耗统计分析。覆盖32家单位180辆车。',
};
const vehiclesAgain: ProjectPlan = {
  id: 'B',
  title: '石桥县财政局公车信息化系统',
  description: '按照上级要求推进。燃油消耗汇总研判；公务车申报审核；北斗轨迹跟踪。覆盖9家单位41辆车',
};
const rooms: ProjectPlan = {
  id: 'C',
  title: '临江市机关事务管理局办公用房管理系统',
  description: '房产台账、面积核定、调配。覆盖32家单位180间房。',
};
const energy: ProjectPlan = {
  id: 'D',
  title: '临江市机关事务管理局公共机构节能监管平台',
  description: '能耗采集、定额预警、空调运行监测。',
};
const found = (plans: readonly ProjectPlan[], at: number, most = 5) => {
  const answer = libraryOf(plans, words).like(at, most);
  if (answer.status !== 'ok') throw new Error(answer.status);
  return answer.found;
};

test('IS-04 one function in two places under other words comes before the same unit’s other plans, and says what is shared', () => {
  const [first, second] = found([vehicles, rooms, energy, vehiclesAgain], 0);
  expect(first!.other.id).toBe('B');
  expect(first!.flag).toBe(true);
  expect(second?.flag ?? false).toBe(false);
  expect(first!.shared.map(({ here, there }) => `${here}≈${there}`)).toContain('用车申请审批≈公务车申报审核');
});

test('whose plan it is and how many it covers make no plans alike', () => {
  const { title, passages } = projectText(vehicles.title, vehicles.description, words);
  expect(title.meant).toBe('公务用车系统');
  expect(passages.map(({ meant }) => meant).join()).not.toMatch(/临江|\d/);
  expect(projectText('临江市办公区安防系统', '', words).title.meant).toBe('办公区安防系统');
});

test('a word is put into its first form, the longest at each place', () => {
  const list = readProjectWords('alike: [[车, 用车, 公务用车]]\nleft-out: [的]\nboilerplate: [为贯彻]');
  expect(inFirstForm('公务用车的油', list)).toBe('车油');
  expect(() => readProjectWords('alike: [[车]]')).toThrow();
});

test('an empty plan is insufficient data, a library of one has nothing alike', () => {
  const empty = { id: 'E', title: '项目', description: '' };
  expect(libraryOf([vehicles, empty], words).like(1, 5).status).toBe('insufficient_data');
  expect(found([vehicles], 0)).toEqual([]);
});

test('the order of passages and of the library changes nothing, a plan repeated is the most alike there is', () => {
  const clauses = ['车辆定位', '油耗预警', '房间盘点', '会议预约', '访客登记', '工单派发', '食堂订餐', '公文流转'];
  const plan = fc.shuffledSubarray(clauses, { minLength: 2 });
  fc.assert(
    fc.property(plan, fc.array(plan, { minLength: 1, maxLength: 8 }), (own, others) => {
      const plans = [own, ...others, own.toReversed()].map((passages, i) => ({
        id: `p${i}`,
        title: '综合平台',
        description: passages.join('，'),
      }));
      const [best] = found(plans, 0, plans.length);
      expect(best!.likeness).toBeCloseTo(1, 5);
      const back = found(plans.toReversed(), plans.length - 1, plans.length);
      expect(back[0]!.likeness).toBeCloseTo(best!.likeness, 5);
      for (const { likeness } of back) expect(likeness >= 0 && likeness <= 1).toBe(true);
    }),
    { numRuns: 50 },
  );
});
