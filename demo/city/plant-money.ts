import type { Calendar } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import { type Planting, monthOf } from './planting.ts';
import { plantRefuels } from './plant-refuels.ts';
import { type FillOfYear, garages, type Year } from './year.ts';

/** Fuel that went elsewhere and repairs cut small, written from what was done; and what only looks like it. Runs when the year's fuel is known. */
export function plantMoney(seed: number, year: Year, calendar: Calendar): Planting[] {
  const chance = chanceOf(seed, 'plant-money');
  const fills = Map.groupBy(
    year.fills.filter(({ litres }) => litres !== null),
    ({ plate }) => plate,
  );
  const vehicles = chance.some(
    year.vehicles.filter(({ plate, tankLitres }) => tankLitres !== null && (fills.get(plate)?.length ?? 0) >= 6),
    60,
  );
  const take = () => vehicles.pop();
  const found = [...fuel(chance, year, fills, take), ...repairs(chance, year)];
  return [...found, ...plantRefuels(seed, year, calendar)];
}

type Take = () => Year['vehicles'][number] | undefined;

const ofFill = (kit: string, fill: FillOfYear, harm: boolean, what: string, size: string): Planting => ({
  kit: `vehicles/${kit}`,
  about: { kind: 'vehicle', plate: fill.plate, month: monthOf(fill.at) },
  harm,
  what,
  size,
});
const tenth = (litres: number) => Math.round(litres * 10) / 10;

function fuel(chance: Chance, year: Year, fills: ReadonlyMap<string, FillOfYear[]>, take: Take): Planting[] {
  const found: Planting[] = [];
  const late = (plate: string): FillOfYear => chance.one(fills.get(plate)!.slice(4));
  const times = (count: number, work: (vehicle: Year['vehicles'][number], fill: FillOfYear) => void) => {
    for (let n = 0; n < count; n += 1) {
      const vehicle = take();
      if (vehicle) work(vehicle, late(vehicle.plate));
    }
  };
  // Drawn off after filling: from a can to most of the tank. What the pump shows still fits the tank.
  times(chance.whole(9, 13), ({ tankLitres }, fill) => {
    const share = chance.between(0.08, 0.75);
    const litres = tenth(Math.min(fill.litres! * (1 + share), tankLitres! * 1.02));
    const size = `+${tenth(litres - fill.litres!)} L of ${fill.litres} L`;
    fill.litres = litres;
    found.push(ofFill('fuel-over-standard', fill, true, '加油后抽走', size));
  });
  // Hills, trailers, a clogged filter: it did take so much.
  times(chance.whole(4, 5), ({ tankLitres }, fill) => {
    const share = chance.between(0.12, 0.4);
    fill.litres = tenth(Math.min(fill.litres! * (1 + share), tankLitres! * 1.02));
    found.push(ofFill('fuel-over-standard', fill, false, '山路满载油耗高', `+${Math.round(share * 100)} %`));
  });
  // Into cans beside the tank.
  times(chance.whole(4, 6), ({ tankLitres }, fill) => {
    fill.litres = tenth(tankLitres! * chance.between(1.01, 1.4));
    const size = `${fill.litres} L into ${tankLitres} L`;
    found.push(
      ofFill('refuel-over-tank', fill, true, '用油桶多加', size),
      ofFill('fuel-over-standard', fill, true, '用油桶多加', size),
    );
  });
  // The card pays for a second car at the same station a little later.
  times(chance.whole(3, 4), ({ plate, tankLitres }, fill) => {
    const minutes = chance.whole(6, 24);
    const litres = tenth(chance.between(18, 45));
    year.fills.push({ ...fill, plate, at: fill.at + minutes, litres });
    const size = `${fill.litres} + ${litres} L, ${minutes} min, tank ${tankLitres} L`;
    found.push(
      ofFill('refuel-over-tank', fill, true, '一卡给两车加油', size),
      ofFill('fuel-over-standard', fill, true, '一卡给两车加油', size),
      { ...ofFill('refuel-days', fill, true, '一卡给两车加油', size), also: true },
    );
  });
  // Paid with the card of another vehicle.
  times(chance.whole(2, 4), ({ plate }, fill) => {
    const other = year.vehicles.find((each) => each.card !== null && each.plate !== plate && each.pool === '市')!;
    fill.card = other.card!;
    found.push(ofFill('refuel-over-tank', fill, true, '用他车油卡', fill.card));
  });
  // A second tank that the ledger does not know.
  times(chance.whole(1, 2), ({ plate, tankLitres }) => {
    for (const fill of fills.get(plate)!.filter(() => chance.is(0.3))) {
      fill.litres = tenth(tankLitres! * chance.between(1.08, 1.3));
      const size = `${fill.litres} L into ${tankLitres} L`;
      for (const kit of ['refuel-over-tank', 'fuel-over-standard'])
        found.push(ofFill(kit, fill, false, '有副油箱未登记', size));
    }
  });
  // One receipt entered in two halves; a new card that nobody has assigned yet.
  times(chance.whole(2, 3), ({ plate }, fill) => {
    const half = tenth(fill.litres! * 0.5);
    fill.litres = tenth(fill.litres! - half);
    year.fills.push({ ...fill, plate, at: fill.at + 1, litres: half });
    found.push(ofFill('refuel-over-tank', fill, false, '一张小票分两笔登记', `${half} L`));
  });
  times(chance.whole(2, 3), (_vehicle, fill) => {
    fill.card = `${fill.card}-新`;
    found.push(ofFill('refuel-over-tank', fill, false, '新卡未核定', fill.card));
  });
  year.fills.sort((a, b) => a.at - b.at);
  return found;
}

const parts = ['发动机大修（总成拆装）', '更换缸盖垫片', '更换正时套件', '更换水泵'] as const;
const others = [
  ['更换轮胎两条', '轮胎 2 条、动平衡'],
  ['更换蓄电池', '蓄电池 1 只'],
  ['空调不制冷', '冷媒、检漏'],
  ['事故修复前保险杠', '保险杠 1 只、喷漆'],
] as const;

function repairs(chance: Chance, year: Year): Planting[] {
  const kit = 'vehicles/repair-split';
  const known = new Set(year.repairs.map(({ plate }) => plate));
  const vehicles = chance.some(
    year.vehicles.filter(({ plate }) => !known.has(plate)),
    18,
  );
  const harms = chance.whole(7, 10);
  return vehicles.slice(0, harms + chance.whole(4, 6)).map(({ plate }, n): Planting => {
    const harm = n < harms;
    const garage = chance.one(garages.slice(0, 2));
    const begin = Date.parse(`${year.from}T10:00:00+08:00`) / 60_000 + chance.whole(20, 320) * 1_440;
    const count = chance.whole(2, harm ? 4 : 2);
    let at = begin;
    let sum = 0;
    for (let part = 0; part < count; part += 1) {
      // One job of several thousand yuan cut into orders that a head may sign; or two faults, one after the other.
      const quoteFen = harm ? chance.whole(90, 199) * 1_000 : chance.whole(60, 180) * 1_000;
      sum += quoteFen;
      const [what, quote] = harm ? [parts[part]!, '同一次进厂分单结算'] : chance.one(others);
      year.repairs.push({ plate, at, garage, what, quote: harm ? '配件、工时' : quote, quoteFen, days: 1 });
      at += chance.whole(1, harm ? 9 : 12) * 1_440;
    }
    return {
      kit,
      about: { kind: 'vehicle', plate, month: monthOf(begin) },
      harm,
      what: harm ? '一次大修拆成几单' : '先后两处不同故障',
      size: `${count} × CNY ${Math.round(sum / 100)} in ${Math.round((at - begin) / 1_440)} days`,
    };
  });
}
