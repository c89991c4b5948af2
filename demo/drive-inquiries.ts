import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { unitId } from './cast.ts';
import { daysBefore, minuteOf } from './days.ts';

/** Suppliers are made up; their codes bear check digits that fit. */
const suppliers = {
  一: ['临江晨光办公用品有限公司', '91990100MA0000001G'],
  二: ['青山惠文商贸有限公司', '91990100MA0000002K'],
  三: ['临江顺达汽车服务有限公司', '91990100MA0000003N'],
  四: ['临江恒温制冷设备有限公司', '91990100MA0000004R'],
  五: ['青山安居工程有限公司', '91990100MA0000005W'],
  六: ['临江平和保险代理有限公司', '91990100MA00000060'],
  七: ['青山同行汽车租赁有限公司', '91990100MA00000073'],
} as const;
type Supplier = keyof typeof suppliers;

interface Quoted {
  readonly by: Supplier;
  readonly yuan: number;
  /** Why it was not valid. */
  readonly out?: string;
  readonly late?: true;
}

interface Asked {
  readonly title: string;
  readonly kind: string;
  readonly what: string;
  readonly estimateYuan: number;
  readonly invited?: readonly Supplier[];
  readonly reason?: string;
  readonly quotes: readonly Quoted[];
  /** Days ago it was published. */
  readonly daysAgo: number;
  /** Who won, and why where it needs saying; left out: quotes are still awaited. */
  readonly won?: Supplier;
  readonly why?: string;
}

/** Days quotes come for: enough working days in them, whatever weekend or public holiday they meet. */
const daysForQuotes = 6;

/** Two of them deserve a question: one where all others were judged not valid, one where a late quote won. */
const asked: readonly Asked[] = [
  {
    title: '办公用纸（四季度）',
    kind: 'goods',
    what: 'A4 复印纸 200 箱，分两批送达。',
    estimateYuan: 28_000,
    quotes: [
      { by: '一', yuan: 26_400 },
      { by: '二', yuan: 25_900 },
      { by: '五', yuan: 27_300 },
    ],
    daysAgo: 34,
    won: '二',
  },
  {
    title: '公务用车保险续保',
    kind: 'insurance',
    what: '六辆公务用车交强险和商业险。',
    estimateYuan: 36_000,
    invited: ['六', '三'],
    reason: '定点保险机构范围内比选',
    quotes: [
      { by: '六', yuan: 33_800 },
      { by: '三', yuan: 34_900 },
    ],
    daysAgo: 29,
    won: '六',
  },
  {
    title: '中央空调压缩机维修',
    kind: 'repair',
    what: '更换压缩机一台，含拆装调试。',
    estimateYuan: 48_000,
    quotes: [
      { by: '四', yuan: 46_500 },
      { by: '五', yuan: 41_200, out: '未附同类维修业绩' },
      { by: '三', yuan: 47_800, out: '未附同类维修业绩' },
    ],
    daysAgo: 24,
    won: '四',
  },
  {
    title: '全市会议租车',
    kind: 'hired-cars',
    what: '两日，中型客车三辆。',
    estimateYuan: 18_000,
    quotes: [
      { by: '三', yuan: 16_800 },
      { by: '七', yuan: 16_500, late: true },
    ],
    daysAgo: 18,
    won: '七',
    why: '价格较低，车辆可按时到位',
  },
  {
    title: '电梯年度维保',
    kind: 'services',
    what: '两部电梯，半月一次保养，含年检配合。',
    estimateYuan: 22_000,
    quotes: [
      { by: '四', yuan: 20_600 },
      { by: '五', yuan: 21_300 },
    ],
    daysAgo: 2,
  },
];

/** Five inquiries of the finance bureau: four awarded in the past weeks, one whose quotes are still sealed. */
export async function driveInquiries(kernel: Kernel, today: string, signal: AbortSignal): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '..', 'domains', 'procurement', 'domain.ts'))) return;
  for (const each of asked) {
    signal.throwIfAborted();
    await driveInquiry(kernel, today, each);
  }
}

async function driveInquiry(
  kernel: Kernel,
  today: string,
  { title, kind, what, estimateYuan, invited = [], reason = '', quotes, daysAgo, won, why = '' }: Asked,
): Promise<void> {
  const clerk = as('江采薇');
  const then = (days: number, hour: number) => atTime(kernel, minuteOf(daysBefore(today, daysAgo - days), hour * 60));
  const { result } = await does(then(0, 9), clerk, 'procurement.publish-inquiry', {
    unit: unitId('财政局'),
    title,
    kind,
    what,
    estimateFen: estimateYuan * 100,
    method: invited.length > 0 ? 'invited' : 'open',
    reason,
    rule: 'lowest',
    deadline: minuteOf(daysBefore(today, daysAgo - daysForQuotes), 17 * 60).toISOString(),
  });
  const { inquiry } = result as { inquiry: string };
  for (const one of invited) {
    const [supplier, code] = suppliers[one];
    await does(then(0, 10), clerk, 'procurement.invite-supplier', { inquiry, supplier, code });
  }
  const entered = new Map<Supplier, string>();
  for (const { by, yuan, late } of quotes) {
    const [supplier, code] = suppliers[by];
    const came = late ? then(daysForQuotes + 1, 8) : then(1, 15);
    const quote = { inquiry, supplier, code, amountFen: yuan * 100, receivedAt: came.clock().toISOString() };
    const { facts } = await does(came, clerk, 'procurement.enter-quote', quote);
    entered.set(by, facts[0]!.id);
  }
  if (won === undefined) return;
  await does(then(daysForQuotes + 1, 9), clerk, 'procurement.open-quotes', { inquiry });
  for (const { by, out, late } of quotes)
    await does(then(daysForQuotes + 1, 10), clerk, 'procurement.judge-quote', {
      quote: entered.get(by),
      valid: out === undefined,
      why: out ?? (late ? '会议日期临近，接受' : ''),
    });
  await does(then(daysForQuotes + 1, 11), as('何涛'), 'procurement.award-inquiry', {
    inquiry,
    quote: entered.get(won),
    reason: why,
  });
}
