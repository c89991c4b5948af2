import { addDays } from '@opengoa/kernel/calendar';
import type { EnteredCard } from './assets-year.ts';
import type { AssetsDraft } from './assets-draft.ts';

/** One thing on two cards, and two things that only look like one. */

const kit = 'assets/duplicate-card';
/** Things of which nobody else buys or gives anything away: name, class, yuan. */
const things = [
  ['机架服务器', 'A02010104', 42_000],
  ['不间断电源', 'A02061500', 9_600],
  ['视频会议终端', 'A02080800', 28_000],
  ['数字照相机', 'A02020500', 7_200],
  ['防火墙', 'A02010301', 36_000],
  ['监控录像机', 'A02091100', 5_400],
] as const;
const suppliers = ['临江办公设备(演示)', '青山信息技术(演示)'] as const;

export function plantCards({ chance, enter, on, take, city, county, roomed, plantings, events }: AssetsDraft): void {
  const anywhere = [...city, ...county, ...roomed];
  let n = 0;
  const thing = () => {
    const [name, code, yuan] = chance.one(things);
    const day = on(chance.whole(20, 330));
    n += 1;
    return {
      day,
      unit: take(anywhere, `twice ${code}`),
      name,
      class: code,
      model: `${name.slice(0, 2)}-${chance.whole(10, 99)}`,
      serial: `LJ${chance.whole(10, 99)}X${String(700_000 + n * 137)}`,
      valueFen: yuan * 100 + chance.whole(-20, 20) * 1_000,
      acquiredOn: addDays(day, -chance.whole(0, 6)),
      voucher: `记-${day.slice(0, 7)}-${200 + n}`,
      supplier: chance.one(suppliers),
    };
  };
  const found = (first: EnteredCard, harm: boolean, what: string, size: string) =>
    plantings.push({ kit, about: { kind: 'card', number: first.number }, harm, what, size });
  const yuan = ({ valueFen }: { readonly valueFen: number }) => `CNY ${valueFen / 100}`;
  const later = (day: string, most = 14) => addDays(day, chance.whole(1, most));
  const times = (count: number, work: () => void) => {
    for (let done = 0; done < count; done += 1) work();
  };

  // Bought once, and on the books of who bought and of who uses it.
  times(chance.whole(2, 3), () => {
    const one = thing();
    const first = enter(one);
    enter({ ...one, unit: take(anywhere, `again ${one.class}`), day: later(one.day), voucher: `${one.voucher}附` });
    found(first, true, '两个单位各记一张卡', yuan(one));
  });
  // Entered by two clerks of one unit from one invoice, the second without looking at the plate.
  times(chance.whole(2, 3), () => {
    const one = thing();
    const first = enter(one);
    enter({ ...one, serial: '', day: later(one.day) });
    found(first, true, '同一发票重复建卡', yuan(one));
  });
  times(1, () => {
    const one = thing();
    const first = enter(one);
    enter({ ...one, serial: one.serial.toLowerCase().replace('x', ' X '), voucher: '', day: later(one.day) });
    found(first, true, '序列号大小写、空格不同', yuan(one));
  });
  // Bought years ago, on the books since, and booked once more this year to explain a payment.
  times(chance.whole(1, 2), () => {
    const one = thing();
    const old = { ...one, acquiredOn: addDays(one.day, -chance.whole(500, 1_400)) };
    const first = enter({ ...old, day: on(0), bookedOn: old.acquiredOn });
    enter({ ...old, day: one.day, bookedOn: one.day, voucher: `${one.voucher}补` });
    found(first, true, '多年前的资产再次入账', yuan(one));
  });
  // The number copied wrongly: nothing is left that both share.
  times(1, () => {
    const one = thing();
    const first = enter(one);
    enter({ ...one, serial: `${one.serial.slice(0, -1)}Z`, voucher: `${one.voucher}A`, day: later(one.day) });
    found(first, true, '重复建卡且序列号抄错', yuan(one));
  });

  // Several alike on one invoice, each with a number of its own; two without any.
  times(chance.whole(2, 3), () => {
    const one = thing();
    const first = enter(one);
    for (const end of ['B', 'C']) enter({ ...one, serial: `${one.serial}${end}` });
    found(first, false, '一张发票多台，序列号各不相同', '3');
  });
  times(1, () => {
    const one = thing();
    const first = enter({ ...one, serial: '' });
    enter({ ...one, serial: '' });
    found(first, false, '一张发票两台，都没有登记序列号', '2');
  });
  times(2, () => {
    const one = thing();
    const first = enter({ ...one, serial: '无' });
    enter({ ...thing(), serial: '无' });
    found(first, false, '两台都没有铭牌', '2');
  });
  // Given to another unit, whose card stands before the old one is struck.
  times(1, () => {
    const one = thing();
    const first = enter(one);
    enter({
      ...one,
      unit: take(anywhere, `again ${one.class}`),
      day: later(one.day),
      voucher: '调拨单',
      note: '由外单位调入，原卡片待注销',
    });
    found(first, false, '调拨后原卡片尚未注销', yuan(one));
  });
  // Two of one delivery: the papers say that there are two.
  const [name, code, price] = things[4];
  const day = on(chance.whole(60, 300));
  events.push({
    kind: 'purchase',
    day,
    unit: take(anywhere, `twice ${code}`, `split ${code.slice(0, 5)}`),
    title: '更换防火墙',
    reason: '机房设备到期更换',
    line: { name, class: code, quantity: 2, priceFen: price * 100 },
    delivered: {
      day: addDays(day, 12),
      invoice: `F${chance.whole(10_000, 99_999)}`,
      supplier: suppliers[1],
      apart: true,
    },
  });
}
