import { addDays } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { unitId } from './cast.ts';
import { minuteOf } from './days.ts';

/** Homes of the town: number, m², rooms, a month's rent in fen. All of it is made up. */
const homes = [
  ['101', 48.6, 1, 46_000],
  ['102', 48.6, 1, 46_000],
  ['201', 62.4, 2, 58_000],
  ['202', 62.4, 2, 58_000],
  ['301', 75.2, 2, 68_000],
  ['302', 75.2, 2, 68_000],
] as const;

interface Told {
  readonly who: string;
  readonly reason: 'exchange' | 'newly-posted' | 'other';
  readonly note?: string;
  /** Days before today on which it was asked. */
  readonly asked: number;
  readonly from: number;
  readonly to: number;
  readonly approvedBy?: string;
  readonly refusedBy?: string;
  readonly opinion?: string;
  readonly withdrawn?: string;
  readonly home?: string;
  /** Moved in on the first day, and paid for so many months. */
  readonly months?: number;
  /** Day of moving out. */
  readonly out?: number;
}

/** One at each station: over its term, living there, moved out, home assigned, waiting for a home, waiting for a word, refused, withdrawn. Days from today. */
const stories: readonly Told[] = [
  { who: '黄丽', reason: 'exchange', asked: -420, from: -405, to: -40, approvedBy: '冯毅', home: '101', months: 11 },
  {
    who: '江采薇',
    reason: 'newly-posted',
    asked: -140,
    from: -128,
    to: 237,
    approvedBy: '何涛',
    home: '201',
    months: 5,
  },
  {
    who: '石磊',
    reason: 'exchange',
    asked: -300,
    from: -290,
    to: -60,
    approvedBy: '马兰',
    home: '302',
    months: 8,
    out: -62,
  },
  { who: '吴静', reason: 'newly-posted', asked: -9, from: 5, to: 370, approvedBy: '郑强', home: '301' },
  {
    who: '周敏',
    reason: 'other',
    note: '单位集体宿舍维修，需过渡三个月(演示)',
    asked: -6,
    from: 14,
    to: 104,
    approvedBy: '何涛',
  },
  { who: '徐文', reason: 'exchange', asked: -1, from: 20, to: 385 },
  {
    who: '宋洁',
    reason: 'other',
    note: '离单位较远(演示)',
    asked: -45,
    from: -30,
    to: 335,
    refusedBy: '冯毅',
    opinion: '本市有住房，不属于周转住房保障范围',
  },
  { who: '沈洁', reason: 'newly-posted', asked: -25, from: -10, to: 170, withdrawn: '已自行解决住处(演示)' },
];

/** Homes for staff: six of them, one under repair, with applications, stays and rents of fourteen months, each on its day. */
export async function keepHomes(kernel: Kernel, today: string): Promise<void> {
  const clerk = as('唐宁');
  const on = (days: number, hour = 10) => atTime(kernel, minuteOf(addDays(today, days), hour * 60));
  const made = new Map<string, string>();
  for (const [number, areaM2, rooms, rentFen] of homes) {
    const { facts } = await does(on(-500), clerk, 'space.register-home', {
      unit: unitId('市局'),
      name: `建设路周转楼 ${number}`,
      address: '临江市建设路18号(演示)',
      areaM2,
      rooms,
      rentFen,
    });
    made.set(number, facts[0]!.object.id);
  }
  await does(on(-20), clerk, 'space.set-home-state', {
    home: made.get('102'),
    version: 1,
    state: 'under-repair',
    why: '卫生间防水返修(演示)',
  });
  for (const story of stories) await tell(story);

  async function tell(it: Told): Promise<void> {
    const { facts } = await does(on(it.asked), as(it.who), 'space.ask-for-home', {
      reason: it.reason,
      note: it.note ?? '',
      from: addDays(today, it.from),
      to: addDays(today, it.to),
    });
    const application = facts[0]!.object.id;
    const step = (days: number, hour: number, who: string, verb: string, version: number, more: object = {}) =>
      does(on(days, hour), as(who), `space.${verb}`, { application, version, ...more });
    if (it.withdrawn !== undefined)
      await step(it.asked + 3, 9, it.who, 'withdraw-home-application', 1, { why: it.withdrawn });
    if (it.refusedBy !== undefined)
      await step(it.asked + 2, 15, it.refusedBy, 'refuse-home-application', 1, { opinion: it.opinion });
    if (it.approvedBy === undefined) return;
    await step(it.asked + 2, 15, it.approvedBy, 'approve-home-application', 1, { opinion: '同意' });
    if (it.home === undefined) return;
    await step(it.asked + 4, 9, '唐宁', 'assign-home', 2, { home: made.get(it.home) });
    if (it.months !== undefined) await live(it, application, it.months);
  }

  async function live(it: Told, application: string, months: number): Promise<void> {
    const rentFen = homes.find(([number]) => number === it.home)![3];
    const moved = await does(on(it.from), clerk, 'space.move-in', {
      application,
      version: 3,
      from: addDays(today, it.from),
      to: addDays(today, it.to),
      rentFen,
      paper: '周转住房使用协议(演示)',
    });
    const stay = moved.facts[0]!.object.id;
    for (let month = 0; month < months; month += 1) {
      const days = it.from + month * 30 + 6;
      await does(on(days, 16), clerk, 'space.record-home-rent', {
        stay,
        day: addDays(today, days),
        amountFen: rentFen,
        receipt: `房租(演示)${it.home}-${String(month + 1).padStart(2, '0')}`,
      });
    }
    if (it.out !== undefined)
      await does(on(it.out), clerk, 'space.move-out', {
        stay,
        version: 1,
        day: addDays(today, it.out),
        note: '钥匙已交回，水电已结清(演示)',
      });
  }
}
