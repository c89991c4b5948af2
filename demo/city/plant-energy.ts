import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import type { EnergyYear } from './energy-year.ts';
import type { Planting } from './planting.ts';

/** Waste and broken records of meters, written from what happened, with sizes that go below what any rule can see; and what only looks like it. */
export function plantEnergy(seed: number, year: EnergyYear): Planting[] {
  const chance = chanceOf(seed, 'plant-energy');
  const hourly = chance.some(
    year.buildings.filter(({ hourly }) => hourly),
    24,
  );
  return [...overBaseline(chance, year, hourly), ...nightLoads(chance, year, hourly), ...registers(chance, year)];
}

type Take = EnergyYear['buildings'][number][];
const hourOf = (year: EnergyYear, day: string) => daysBetween(year.trained, day) * 24;

/** Multiplies the hours of some days. */
function raise(
  year: EnergyYear,
  meter: string,
  from: string,
  days: number,
  times: (hourOfDay: number, kwh: number) => number,
): void {
  const kwh = year.hours.get(meter)!;
  for (let at = hourOf(year, from); at < Math.min(kwh.length, hourOf(year, from) + days * 24); at += 1) {
    const value = kwh[at];
    if (value !== null && value !== undefined) kwh[at] = Math.round(times(at % 24, value) * 1_000) / 1_000;
  }
}

function overBaseline(chance: Chance, year: EnergyYear, left: Take): Planting[] {
  const kit = 'energy/use-over-baseline';
  const found: Planting[] = [];
  const label = (key: string, harm: boolean, what: string, size: string) =>
    found.push({ kit, about: { kind: 'meter', key }, harm, what, size });
  // Plant left running: from then on everything is so much more, for weeks or until today; the nights with it.
  for (let n = chance.whole(5, 6); n > 0; n -= 1) {
    const { meter, name } = left.pop()!;
    const [share, days] = [chance.between(0.04, 0.38), chance.is(0.5) ? 366 : chance.whole(12, 90)];
    const from = addDays(year.from, chance.whole(40, 250));
    raise(year, meter, from, days, (_hour, kwh) => kwh * (1 + share));
    const size = `+${Math.round(share * 100)} % for ${days} days`;
    label(meter, true, '设备漏停', size);
    const about = { kind: 'building', name } as const;
    found.push({ kit: 'energy/off-hours-load', about, harm: true, also: true, what: '设备漏停', size });
  }
  // Rooms, people or works that were declared.
  for (let n = chance.whole(2, 3); n > 0; n -= 1) {
    const { meter, name } = left.pop()!;
    const share = chance.between(0.15, 0.45);
    const from = addDays(year.from, chance.whole(60, 220));
    raise(year, meter, from, 366, (_hour, kwh) => kwh * (1 + share));
    year.changes.push({
      building: name,
      day: from,
      kind: chance.one(['renovation', 'occupant', 'equipment']),
      what: '已报备的用能变化',
    });
    label(meter, false, '已报备变更', `+${Math.round(share * 100)} %`);
  }
  // A conference, an inspection: a few days of more.
  for (let n = 2; n > 0; n -= 1) {
    const { meter } = left.pop()!;
    raise(year, meter, addDays(year.from, chance.whole(60, 300)), chance.whole(1, 2), (_hour, kwh) => kwh * 1.5);
    label(meter, false, '短期会议活动', '1–2 days +50 %');
  }
  return found;
}

function nightLoads(chance: Chance, year: EnergyYear, left: Take): Planting[] {
  const kit = 'energy/off-hours-load';
  const found: Planting[] = [];
  const atNight = (hour: number) => hour < 7 || hour >= 20;
  const label = (name: string, harm: boolean, what: string, size: string) =>
    found.push({ kit, about: { kind: 'building', name }, harm, what, size });
  for (let n = chance.whole(5, 6); n > 0; n -= 1) {
    const { meter, name } = left.pop()!;
    const share = chance.between(0.1, 0.9);
    const [from, days] = [addDays(year.from, chance.whole(60, 240)), chance.whole(35, 120)];
    raise(year, meter, from, days, (hour, kwh) => (atNight(hour) ? kwh * (1 + share) : kwh));
    const size = `night +${Math.round(share * 100)} % for ${days} days`;
    label(name, true, '夜间设备未关', size);
    const about = { kind: 'meter', key: meter } as const;
    found.push({ kit: 'energy/use-over-baseline', about, harm: true, also: true, what: '夜间设备未关', size });
  }
  // A computer room, a duty canteen: there by design, and on file.
  for (let n = 2; n > 0; n -= 1) {
    const building = left.pop()!;
    building.nightLoads = ['机房'];
    raise(year, building.meter, year.trained, 800, (hour, kwh) => (atNight(hour) ? kwh * 1.5 : kwh));
    label(building.name, false, '机房夜间负荷', 'night +50 % always');
  }
  // A flood watch of two weeks with people in the building day and night.
  for (let n = 2; n > 0; n -= 1) {
    const { meter, name } = left.pop()!;
    raise(year, meter, addDays(year.from, chance.whole(80, 260)), chance.whole(5, 14), (hour, kwh) =>
      atNight(hour) ? kwh * 1.7 : kwh,
    );
    label(name, false, '防汛值守', 'night +70 % for days');
  }
  return found;
}

function registers(chance: Chance, year: EnergyYear): Planting[] {
  const kit = 'energy/reading-reset';
  const found: Planting[] = [];
  const left = chance.some(
    year.registers.filter(({ readings }) => readings.length >= 10),
    30,
  );
  const label = (key: string, harm: boolean, what: string, size: string) =>
    found.push({ kit, about: { kind: 'meter', key }, harm, what, size });
  const take = () => {
    const meter = left.pop()!;
    return { meter, at: chance.whole(4, meter.readings.length - 2) };
  };
  /** From a reading on everything is so much lower. */
  const fallFrom = (meter: EnergyYear['registers'][number], at: number, to: number): void => {
    const by = meter.readings[at]!.value - to;
    for (const reading of meter.readings.slice(at)) reading.value = Math.max(0, reading.value - by);
  };
  // Exchanged or turned back, and no paper; by a little or to nothing.
  for (let n = chance.whole(7, 9); n > 0; n -= 1) {
    const { meter, at } = take();
    const last = meter.readings[at - 1]!.value;
    const to = chance.is(0.3) ? Math.round(last * chance.between(0.95, 0.9999)) : chance.whole(0, 60);
    fallFrom(meter, at, to);
    label(meter.key, true, '表底变小无换表单', `${last} → ${to}`);
  }
  for (let n = chance.whole(4, 6); n > 0; n -= 1) {
    const { meter, at } = take();
    const before = meter.readings[at - 1]!;
    const lastRegister = before.value + 20;
    fallFrom(meter, at, chance.whole(5, 80));
    meter.exchange = { at: before.at + 2_880, lastRegister, firstRegister: 0, key: `${meter.key}N` };
    label(meter.key, false, '换表有记录', `${lastRegister} → 0`);
  }
  // A digit misread, put right the same week.
  for (let n = chance.whole(2, 3); n > 0; n -= 1) {
    const { meter, at } = take();
    const reading = meter.readings[at]!;
    meter.correction = { at: reading.at, value: reading.value };
    reading.value = Math.max(1, Math.round(reading.value / 10));
    label(meter.key, false, '抄错位数已更正', `${reading.value}`);
  }
  return found;
}
