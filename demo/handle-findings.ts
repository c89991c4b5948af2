import { runJob, runList, type Kernel } from '@opengoa/kernel/host';
import { isRefusal } from '@opengoa/kernel';
import { as, atTime, does } from './acting.ts';
import { named, personId, unitId } from './cast.ts';
import { daysBefore, minuteOf } from './days.ts';

/** How far a finding has come, and what the people said on the way. Neutral words: most of what a rule sees has a good reason. */
interface Story {
  readonly kit: string;
  /** Part of the subject's name. */
  readonly about: string;
  readonly answer?: string;
  readonly dismissed?: string;
  readonly confirmed?: string;
  readonly assigned?: string;
  readonly rectified?: string;
  readonly verified?: string;
}

/** The findings of two weeks ago, each at another station of its life; the others wait for whoever opens the demo. */
const stories: readonly Story[] = [
  {
    kit: 'vehicles/used-outside-approval',
    about: '',
    answer: '出车途中接到通知，临时增加一处送取材料，回来后未及时补充行程变更说明。',
    confirmed: '经核对行程与里程，临时增加一处属实，未补变更说明。',
    assigned: '补交行程变更说明；今后途中变更当日补登记。',
    rectified: '已补交变更说明，并在办公室例会上重申途中变更当日补登记。',
    verified: '说明已补齐，与里程相符，销号。',
  },
  {
    kit: 'energy/use-over-baseline',
    about: 'b8',
    answer: '秋季学期起增加了晚间课程，教学楼延长开放到二十二时，用电随之增加，附课程安排。',
    dismissed: '课程安排与用电增加的时段一致，属正常用途变化，建议登记为已知变更。',
  },
  {
    kit: 'energy/use-over-baseline',
    about: 'b23',
    answer: '新增两台冷藏设备，投用后未调整运行方式，正在核对。',
    confirmed: '增加的用电与冷藏设备投用时间一致，其中夜间运行可以调整。',
    assigned: '核对冷藏设备运行时段，夜间合并到一台运行。',
    rectified: '夜间已合并到一台运行，另一台停用，现场照片存档。',
  },
  {
    kit: 'energy/off-hours-load',
    about: 'b8',
    answer: '夜间负荷主要是机房空调和公共照明，公共照明的定时近期失灵。',
    confirmed: '现场核对，公共照明定时失灵属实。',
    assigned: '修复公共照明定时，两周内报告夜间负荷。',
  },
  {
    kit: 'energy/off-hours-load',
    about: 'b36',
    answer: '春季闭馆改造期间施工单位夜间用电，已向施工单位核实。',
    confirmed: '施工用电属实，未单独计量。',
  },
];

/** What is said by yesterday of a finding of yesterday's run. */
const fresh: readonly Story[] = [
  {
    kit: 'vehicles/fuel-over-standard',
    about: '',
    answer: '当日为两台车合并加油，小票记在一张卡上，正在向加油站核对。',
  },
];

const RUN_KITS = 'risk-centre.run-kits';

interface Found {
  readonly id: string;
  readonly kit: string;
  readonly subject_name: string;
  readonly unit_id: string;
}

/**
 * Runs the rules as they ran in the past weeks, and lets people handle what was found: two weeks ago over what there was then, yesterday
 * over the rest. Every state of a finding is to be seen afterwards, and some wait for the newcomer.
 *
 * @param metersPeriod days of the real readings, judged two weeks ago as one long period; null where there are none
 */
export async function handleFindings(
  kernel: Kernel,
  today: string,
  { metersPeriod, signal }: { metersPeriod: readonly [string, string] | null; signal: AbortSignal },
): Promise<number> {
  if (!kernel.jobs.has(RUN_KITS)) return 0;
  const calendar = kernel.registers.calendar();
  const lastWorkday = (day: string): string => (calendar.isWorkday(day) ? day : lastWorkday(daysBefore(day, 1)));
  const [begin, earlier, yesterday] = [daysBefore(today, 40), lastWorkday(daysBefore(today, 16)), daysBefore(today, 1)];
  for (const { kit } of kernel.kits.values()) {
    const state = { kit: kit.id, state: 'live', reason: '演示:试点启用' };
    await does(atTime(kernel, minuteOf(begin, 10 * 60)), as('冯毅'), 'risk-centre.adopt-kit', state);
  }
  await runThen(kernel, earlier, [begin, earlier], signal);
  if (metersPeriod) await runThen(kernel, earlier, metersPeriod, signal);
  await drawThen(kernel, earlier, signal);
  const old = await raised(kernel);
  const workdays: string[] = [];
  for (let day = daysBefore(earlier, -1); day < today; day = daysBefore(day, -1))
    if (calendar.isWorkday(day)) workdays.push(day);
  for (const story of stories) await live(kernel, old, story, workdays);
  await drawThen(kernel, workdays.findLast((day) => day < yesterday) ?? yesterday, signal);
  await runThen(kernel, yesterday, [earlier, yesterday], signal);
  const known = new Set(old.map(({ id }) => id));
  const now = (await raised(kernel)).filter(({ id }) => !known.has(id));
  for (const story of fresh) await live(kernel, now, story, [yesterday]);
  await drawThen(kernel, null, signal);
  await runJob(kernel, 'risk-centre.foretell-months', { signal });
  return old.length + now.length;
}

/** The rules run at night, as the worker runs them. */
const runThen = (kernel: Kernel, day: string, period: readonly [string, string], signal: AbortSignal) =>
  runJob(atTime(kernel, minuteOf(day, 4 * 60 + 20)), RUN_KITS, { signal, asked: { period } });

/** What the officers are to look at in the week of that day; today's week as it is by now. */
const drawThen = (kernel: Kernel, day: string | null, signal: AbortSignal) =>
  runJob(day === null ? kernel : atTime(kernel, minuteOf(day, 5 * 60 + 10)), 'risk-centre.draw-alerts', { signal });

async function raised(kernel: Kernel): Promise<Found[]> {
  const found = await runList(kernel, 'risk-centre.findings', { size: '200', sort: 'raised_at' }, as('沈洁'));
  if (isRefusal(found)) throw new Error(`demo: ${found.code}`);
  return found.rows as unknown as Found[];
}

/** Who of the cast answers for a unit: its head, or the nearest above; null where nobody of the cast does. */
function headOf(kernel: Kernel, unit: string): string | null {
  const organisation = kernel.registers.organisation('');
  for (const { id } of organisation.chain(unit)) {
    const head = named.find(({ rights }) => rights.some(([role, at]) => role === 'head' && unitId(at) === id));
    if (head) return head.name;
  }
  return null;
}

async function live(kernel: Kernel, from: readonly Found[], story: Story, workdays: readonly string[]): Promise<void> {
  // Of the city's findings those about units of the cast are told on; the others wait.
  const found = from.find(
    ({ kit, subject_name: name, unit_id: unit }) =>
      kit === story.kit && name.includes(story.about) && headOf(kernel, unit) !== null,
  );
  const head = found && headOf(kernel, found.unit_id);
  if (!found || !head) return;
  const finding = found.id;
  // Spread over the working days there are; within a day later steps come later.
  const step = (share: number, hour: number, who: string, verb: string, input: object) => {
    const day = workdays[Math.floor(share * (workdays.length - 1))];
    if (day === undefined) return Promise.resolve();
    return does(atTime(kernel, minuteOf(day, hour * 60 + 12)), as(who), `risk-centre.${verb}`, { finding, ...input });
  };
  if (story.answer) await step(0, 10, head, 'explain-finding', { answer: story.answer });
  if (story.dismissed)
    await step(0.3, 15, '沈洁', 'dismiss-finding', { outcome: 'explained', reason: story.dismissed });
  if (story.confirmed)
    await step(0.3, 15, '沈洁', 'confirm-finding', { outcome: 'confirmed', reason: story.confirmed });
  if (story.assigned) await step(0.3, 16, '沈洁', 'assign-finding', { to: personId(head), request: story.assigned });
  if (story.rectified) await step(0.6, 11, head, 'rectify-finding', { done: story.rectified });
  if (story.verified) await step(0.8, 10, '沈洁', 'verify-finding', { accepted: true, opinion: story.verified });
}
