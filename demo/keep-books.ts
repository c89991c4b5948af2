import { newId, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { reading, runRead, type Kernel } from '@opengoa/kernel/host';
import { as, does } from './acting.ts';
import { unitId } from './cast.ts';

/**
 * What both offices have in their books besides: rooms given with a licence, a statistical report begun, owners of assets, balances of the accounts beside
 * the cards, and a stocktake that is half done. All made up.
 */
export async function keepBooks(kernel: Kernel, today: string): Promise<void> {
  const lastMonthEnd = addDays(`${today.slice(0, 7)}-01`, -1);
  await giveRooms(kernel, today);
  await does(kernel, as('唐宁'), 'space.open-report', {
    unit: unitId('市局'),
    year: Number(lastMonthEnd.slice(0, 4)),
    asOf: lastMonthEnd,
  });
  const clerk = as('宋洁');
  for (const unit of ['市局', '财政局'])
    await does(kernel, clerk, 'assets.record-right-of-class', {
      kind: 'ownership',
      unit: unitId(unit),
      class: 'A0201',
      holderUnit: unitId(unit),
      from: addDays(today, -90),
      paper: '资产权属登记批复(演示)',
      reason: '集中登记',
    });
  for (const [code, amountFen] of [
    ['A02', 15_400_000],
    ['A05', 4_770_000],
  ] as const)
    await does(kernel, clerk, 'assets.enter-ledger-sum', {
      unit: unitId('财政局'),
      monthEnd: lastMonthEnd,
      class: code,
      account: '1601 固定资产(演示)',
      amountFen,
    });
  await does(kernel, clerk, 'assets.reconcile', { unit: unitId('财政局'), monthEnd: lastMonthEnd });
  await countHalf(kernel);
}

/** A request that was approved and given the rooms that nobody has, with its licence of use. */
async function giveRooms(kernel: Kernel, today: string): Promise<void> {
  const clerk = as('唐宁');
  const asked = await does(kernel, as('黄丽'), 'space.ask-for-rooms', {
    unit: unitId('卫健委'),
    purpose: '疾控协调专班(演示)',
    people: 2,
    needM2: 18,
  });
  const request = asked.facts[0]!.object.id;
  for (const who of ['冯毅', '唐宁'])
    await does(kernel, as(who), 'space.approve-request', { request, opinion: '同意调剂解决' });
  const rooms = await reading(kernel, { actor: clerk, who: ['space-clerk'], room: 'space' }, (tx) =>
    tx.rows<{ id: string }>(sql`
      select r.id from space.room r join space.building b on b.id = r.building_id
       where b.name = '市级机关2号楼' and r.number = '105'`),
  );
  await does(kernel, clerk, 'space.allot-to-request', {
    request,
    rooms: rooms.map(({ id }) => id),
    from: today,
    paper: '办公用房调剂通知(演示)第3号',
  });
}

interface Sheet {
  readonly lines: readonly { readonly code: string; readonly quantity: number; readonly place: string | null }[];
  readonly places: readonly { readonly id: string }[];
}

/** Computers of the library: the scanner has seen every other one, the rest waits for whoever opens the demo. */
async function countHalf(kernel: Kernel): Promise<void> {
  const clerk = as('宋洁');
  const opened = await does(kernel, clerk, 'assets.open-stocktake', {
    unit: unitId('图书馆'),
    title: '年度盘点(演示)',
    scope: 'class',
    class: 'A02',
  });
  const { stocktake } = opened.result as { stocktake: string };
  const { lines, places } = (await runRead(
    kernel,
    'assets.stocktake-sheet',
    { id: stocktake },
    clerk,
  )) as unknown as Sheet;
  const elsewhere = places.at(-1)!.id;
  const from = kernel.clock().getTime() - 3_600_000;
  await does(kernel, clerk, 'assets.sync-scans', {
    stocktake,
    entries: lines
      .filter((_line, n) => n % 2 === 0)
      .map(({ code, quantity, place }, n) => [
        newId(),
        'scanner',
        place ?? elsewhere,
        code,
        quantity,
        new Date(from + n * 40_000).toISOString(),
      ]),
  });
}
