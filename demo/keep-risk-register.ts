import { isRefusal } from '@opengoa/kernel';
import { runJob, runList, type Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { postId, unitId } from './cast.ts';
import { daysBefore, minuteOf } from './days.ts';

type Rating = readonly [likelihood: number, consequence: number];

interface Entry {
  readonly name: string;
  readonly unit: string;
  readonly office: string;
  /** Whose post answers for it. */
  readonly owner: string;
  readonly controls: string;
  readonly inherent: Rating;
  readonly residual: Rating;
  /** Accepted so many days ago until so many days after today. */
  readonly accepted?: { readonly before: number; readonly until: number; readonly reason: string };
  /** Findings of this kit belong to it. */
  readonly kit?: string;
}

/** What was thought of beforehand, at different stations: to be dealt with, accepted, and an acceptance whose day is over. */
const entries: readonly Entry[] = [
  {
    name: '加油卡由一人保管和核销',
    unit: '财政局',
    office: 'vehicles',
    owner: '何涛',
    controls: '每月由两人核对加油明细和里程。',
    inherent: [4, 4],
    residual: [2, 4],
    accepted: { before: 30, until: 60, reason: '车辆少，核对已坚持半年，未见差错。' },
    kit: 'vehicles/fuel-over-standard',
  },
  {
    name: '出车途中变更行程未补登记',
    unit: '市局',
    office: 'vehicles',
    owner: '郑强',
    controls: '收车时核对行程与审批单。',
    inherent: [4, 3],
    residual: [3, 3],
    kit: 'vehicles/used-outside-approval',
  },
  {
    name: '机房空调单机运行，故障时无备用',
    unit: '市局',
    office: 'information',
    owner: '郑强',
    controls: '每周巡检，温度超限短信提醒。',
    inherent: [3, 5],
    residual: [2, 5],
    accepted: { before: 35, until: -2, reason: '备用机组已列入明年采购，先加密巡检。' },
  },
  {
    name: '夜间照明定时失灵不能及时发现',
    unit: '财政局',
    office: 'energy',
    owner: '何涛',
    controls: '值班人员每晚巡查一次。',
    inherent: [4, 2],
    residual: [3, 2],
    kit: 'energy/off-hours-load',
  },
];

const rating = ([likelihood, consequence]: Rating) => ({ likelihood, consequence });

/** 风险登记册: entered a month and a half ago, some of them accepted until a day. */
export async function keepRiskRegister(kernel: Kernel, today: string, signal: AbortSignal): Promise<void> {
  const entered = atTime(kernel, minuteOf(daysBefore(today, 40), 15 * 60));
  const found = await runList(kernel, 'risk-centre.findings', { size: '200' }, as('沈洁'));
  if (isRefusal(found)) throw new Error(`demo: ${found.code}`);
  for (const { name, unit, office, owner, controls, inherent, residual, accepted, kit } of entries) {
    const { result } = await does(entered, as('沈洁'), 'risk-centre.enter-risk', {
      name,
      unit: unitId(unit),
      office,
      post: postId(owner),
      controls,
      inherent: rating(inherent),
      residual: rating(residual),
    });
    const { risk } = result as { risk: string };
    if (accepted)
      await does(
        atTime(kernel, minuteOf(daysBefore(today, accepted.before), 16 * 60)),
        as('冯毅'),
        'risk-centre.accept-risk',
        { risk, reason: accepted.reason, until: daysBefore(today, -accepted.until) },
      );
    const mine = found.rows.filter((row) => row['kit'] === kit).slice(0, 3);
    for (const { id: finding } of mine) await does(kernel, as('沈洁'), 'risk-centre.tie-finding', { risk, finding });
  }
  await runJob(kernel, 'risk-centre.expire-acceptances', { signal, asked: {} });
}
