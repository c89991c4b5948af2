import { addDays } from '@opengoa/kernel/calendar';
import type { AssetsDraft } from './assets-draft.ts';

/** Equipment that is dearer or more than the standard of posts allows, and what only looks so. By unit: a unit is asked about once. */

const kit = 'assets/over-standard-equipment';
/** Item, name, class, ceiling in yuan: what is paid beyond it is drawn. Things that lie idle nowhere near. */
const dear = [
  ['meeting-chair', '会议椅', 'A05010303', 800],
  ['file-cabinet', '文件柜', 'A05010502', 2_000],
] as const;

export function plantEquipment({
  chance,
  enter,
  on,
  take,
  city,
  county,
  roomed,
  peopleOf,
  officesOf,
  holdings,
  events,
  plantings,
}: AssetsDraft): void {
  const told = (unit: string, harm: boolean, what: string, size: string) =>
    plantings.push({ kit, about: { kind: 'unit', unit }, harm, what, size });
  const times = (count: number, work: () => void) => {
    for (let n = 0; n < count; n += 1) work();
  };
  /** A unit of its own that has nothing else of these. */
  const unitFor = (among: readonly string[], ...items: readonly string[]) => take(among, kit, ...items);
  const when = () => on(chance.whole(20, 320));
  const invoice = () => `F${chance.whole(10_000_000, 99_999_999)}`;
  const card = (unit: string, day: string, [item, name, code]: readonly [string, string, string], yuan: number) => ({
    day,
    unit,
    name,
    class: code,
    item,
    valueFen: yuan * 100,
    acquiredOn: day,
    voucher: invoice(),
    supplier: '石桥家具厂(演示)',
  });

  // The plan keeps to the ceiling; the bill does not.
  times(chance.whole(2, 3), () => {
    const [item, name, code, ceiling] = chance.one(dear);
    const unit = unitFor(city, item);
    const day = when();
    const priceFen = Math.round(ceiling * chance.between(1.05, 1.9)) * 100;
    events.push({
      kind: 'purchase',
      day,
      unit,
      title: `购置${name}`,
      reason: '领导办公室更新',
      line: { name, class: code, equipment: item, quantity: 1, priceFen: Math.round(ceiling * 0.45) * 100 },
      delivered: { day: addDays(day, chance.whole(5, 20)), invoice: invoice(), supplier: '石桥家具厂(演示)', priceFen },
    });
    told(unit, true, '验收价高于计划和标准', `${name} CNY ${priceFen / 100}, ceiling ${ceiling}`);
  });
  // A computer on one card and its screen on another.
  const screen = ['', '液晶显示器', 'A02021104'] as const;
  const computer = ['desktop', '台式计算机', 'A02010105'] as const;
  times(2, () => {
    const unit = unitFor(county, 'desktop');
    const day = when();
    const host = chance.whole(36, 49) * 100;
    const other = chance.whole(16, 30) * 100;
    const first = card(unit, day, computer, host);
    enter(first);
    enter({ ...card(unit, day, screen, other), voucher: first.voucher, item: '' });
    told(unit, true, '主机和显示器分记两张卡', `CNY ${host} + ${other}, ceiling 5000`);
  });
  // More portable ones than posts: everybody has a second one.
  times(chance.whole(2, 3), () => {
    const unit = unitFor(city, 'notebook');
    const allowed = Math.ceil(peopleOf.get(unit)! * 0.5);
    const more = Math.max(1, Math.round(allowed * chance.between(0.1, 0.6)));
    for (let left = allowed + more; left > 0; left -= 10) {
      const quantity = Math.min(10, left);
      const bought = addDays(on(0), -chance.whole(60, 900));
      const batch = card(unit, on(0), ['notebook', '便携式计算机', 'A02010108'], 6_200 * quantity);
      enter({ ...batch, quantity, acquiredOn: bought, bookedOn: bought });
    }
    told(unit, true, '便携式计算机多于可配数量', `${allowed + more} of ${allowed}`);
  });
  // Bought for an ordinary post by the ceiling of a leader's; and a machine for which only a number from memory stands.
  times(1, () => {
    const unit = unitFor(county, 'desk');
    enter(card(unit, when(), ['desk', '办公桌', 'A05010201'], 4_200));
    told(unit, true, '普通岗位按领导标准配桌', 'CNY 4200, ceiling 3000');
  });
  times(1, () => {
    const unit = unitFor(county, 'desktop');
    const day = when();
    enter(card(unit, day, computer, 4_800));
    enter({ ...card(unit, addDays(day, 12), screen, 2_600), item: '', supplier: '青山信息技术(演示)' });
    told(unit, true, '主机和显示器分两次开票', 'CNY 4800 + 2600, ceiling 5000');
  });

  // Work that needs more, approved as such.
  times(2, () => {
    const unit = unitFor(county, 'desktop');
    const yuan = chance.whole(90, 180) * 100;
    enter({
      ...card(unit, when(), ['desktop', '图形工作站', 'A02010105'], yuan),
      note: '测绘制图专用，财政部门专项批复(演示)',
    });
    told(unit, false, '专业设备经专项批复', `CNY ${yuan}`);
  });
  // A better screen for a computer of three years ago.
  times(2, () => {
    const unit = unitFor(roomed, 'screen');
    enter({ ...card(unit, when(), screen, chance.whole(14, 30) * 100), item: '' });
    told(unit, false, '单独更换显示器', '1');
  });
  // As many as there may be, to the piece.
  times(2, () => {
    const unit = unitFor(city, 'notebook');
    const quantity = Math.ceil(peopleOf.get(unit)! * 0.5);
    const bought = addDays(on(0), -chance.whole(60, 900));
    const batch = card(unit, on(0), ['notebook', '便携式计算机', 'A02010108'], 6_200 * quantity);
    enter({ ...batch, quantity, acquiredOn: bought, bookedOn: bought });
    told(unit, false, '恰好配足', `${quantity}`);
  });
  // People left; their desks wait to be moved.
  times(1, () => {
    const unit = unitFor(roomed, 'staff');
    const people = peopleOf.get(unit)!;
    const fewer = Math.max(1, Math.round(people * 0.7));
    events.push({
      kind: 'headcount',
      day: on(chance.whole(240, 320)),
      unit,
      people: fewer,
      establishment: fewer,
      offices: officesOf(unit, people),
    });
    told(unit, false, '机构调整后人员减少，尚未调剂', `${people} → ${fewer}`);
  });
  // More desks than people, because of what stands in rooms that nobody sits in (plant-vacant.ts).
  const desks = Map.groupBy(
    holdings.filter(({ item }) => item === 'desk'),
    ({ unit }) => unit,
  );
  for (const [unit, own] of desks) {
    const people = peopleOf.get(unit) ?? 0;
    if (own.length <= people) continue;
    const size = `${own.length} desks, ${people} people`;
    plantings.push({ kit, about: { kind: 'unit', unit }, harm: true, also: true, what: '空置房间里另有桌椅', size });
  }
}
