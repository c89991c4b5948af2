import { runJob, type Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { personId, unitId } from './cast.ts';
import { daysBefore, minuteOf } from './days.ts';

interface Opened {
  readonly paper: string;
  readonly purpose: string;
  /** Days before today that it was proposed, begins, and ends; a last day ahead is negative. */
  readonly proposed: number;
  readonly from: number;
  readonly to: number;
  /** Days before today on which it was looked through. */
  readonly looked: number;
}

/** One window whose day is over and one that is open. */
const opened: readonly Opened[] = [
  {
    paper: '临纪监〔2026〕2号',
    purpose: '公务用车专项检查，已结束。',
    proposed: 20,
    from: 19,
    to: 8,
    looked: 9,
  },
  {
    paper: '临纪监〔2026〕5号',
    purpose: '市局、财政局公务用车和采购日常监督。',
    proposed: 3,
    from: 2,
    to: -25,
    looked: 1,
  },
];

/** 只读窗口: proposed by 沈洁, confirmed by 冯毅, looked through by 秦正: the list, and its first finding. */
export async function keepWindows(kernel: Kernel, today: string, signal: AbortSignal): Promise<void> {
  const on = (before: number, minute: number) => atTime(kernel, minuteOf(daysBefore(today, before), minute));
  for (const { paper, purpose, proposed, from, to, looked } of opened) {
    const { result } = await does(on(proposed, 9 * 60 + 30), as('沈洁'), 'risk-centre.propose-window', {
      units: [unitId('市局'), unitId('财政局')],
      inspectors: [personId('秦正')],
      purpose,
      paper,
      from: daysBefore(today, from),
      to: daysBefore(today, to),
    });
    const { window } = result as { window: string };
    await does(on(proposed, 15 * 60), as('冯毅'), 'risk-centre.confirm-window', { window });
    const listed = await does(on(looked, 10 * 60), as('秦正'), 'risk-centre.look-through-window', { window });
    const first = (listed.result as { list: { rows: readonly { id: string }[] } }).list.rows[0];
    if (first)
      await does(on(looked, 10 * 60 + 5), as('秦正'), 'risk-centre.look-through-window', { window, finding: first.id });
  }
  await runJob(kernel, 'risk-centre.end-windows', { signal, asked: {} });
}
