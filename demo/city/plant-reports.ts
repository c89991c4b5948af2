import { daysBetween } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import type { EnergyYear } from './energy-year.ts';
import type { Planting } from './planting.ts';
import { type FigureOfReport, monthsFrom, type ReportedLine, type ReportOfYear } from './reports.ts';

/**
 * Statements of some institutions over four months, and of the same months of the year before where somebody took last year's: some written down by
 * a wish, by head, by a ratio or in the wrong unit, written from what was done and not from what a rule looks for; and what only looks like it.
 */
export function plantReports(
  seed: number,
  year: EnergyYear,
  planted: readonly Planting[],
): { readonly reports: readonly ReportOfYear[]; readonly plantings: readonly Planting[] } {
  const chance = chanceOf(seed, 'plant-reports');
  const desk = reportDesk(chance, year, planted);
  // Who is short of places to be planted at comes first.
  const plantings = [
    ...sharedOut(chance, desk),
    ...scaled(chance, desk),
    ...outside(chance, desk),
    ...slips(chance, desk, year),
  ];
  return { reports: desk.reports(), plantings };
}

const cityUnits =
  '发改局 科技局 工信局 公安局 民政局 司法局 人社局 资规局 环保局 住建局 交通局 水务局 农业局 文旅局 应急局 审计局 市监局 统计局 政务中心 博物馆'.split(
    ' ',
  );
const countyUnits = '县教育局 县公安局 县医院 县图书馆 县农业局 县市监局'.split(' ');
const carrierOf = { electricity: 'electricity', water: 'water', 'natural-gas': 'gas' } as const;
const wordOf: Readonly<Record<ReportedLine, string>> = { electricity: '电', water: '水', 'natural-gas': '天然气' };
const kits = {
  outside: 'energy/unit-outside-its-meters',
  share: 'energy/report-head-share',
  scaled: 'energy/report-scaled',
  slip: 'energy/report-unit-slip',
} as const;

/** A line of a unit that nothing was planted in yet. */
interface Slot {
  readonly unit: string;
  readonly line: ReportedLine;
}
type Figure = Omit<FigureOfReport, 'line'>;

interface ReportDesk {
  /** The months that are told of, the oldest first. */
  readonly months: readonly string[];
  /** So many lines of different units; fewer where there are no more. */
  readonly take: (
    count: number,
    line: ReportedLine,
    where?: 'city' | 'county',
    fits?: (unit: string) => boolean,
  ) => Slot[];
  readonly write: (slot: Slot, month: string, figure: Figure) => void;
  readonly label: (kit: keyof typeof kits, slot: Slot, harm: boolean, what: string, size: string) => Planting;
  readonly also: (kit: keyof typeof kits, slot: Slot, what: string, size: string) => Planting;
  readonly hourly: (unit: string) => boolean;
  readonly reports: () => readonly ReportOfYear[];
}

function reportDesk(chance: Chance, year: EnergyYear, planted: readonly Planting[]): ReportDesk {
  const lastOver = monthsFrom(year.toExclusive.slice(0, 7), -1);
  const months = [-4, -3, -2, -1].map((by) => monthsFrom(lastOver, by));
  const units = {
    city: chance.some(cityUnits, 18),
    county: chance.some(countyUnits, countyUnits.length),
  };
  const touched = new Set(planted.flatMap(({ about }) => (about.kind === 'meter' ? [about.key] : [])));
  const hourly = (unit: string) => year.buildings.some((each) => each.unit === unit && each.hourly);
  // What a broken register says of a month is no month to report, nor is one in which nobody read it.
  const readIn = (readings: readonly { readonly at: number }[]) =>
    new Set(readings.map(({ at }) => new Date((at + 480) * 60_000).toISOString().slice(0, 7)));
  const sound = ({ unit, line }: Slot) => {
    if (line === 'electricity' && hourly(unit)) return true;
    const names = new Set(year.buildings.filter((each) => each.unit === unit).map(({ name }) => name));
    return year.registers
      .filter(({ building, carrier }) => carrier === carrierOf[line] && names.has(building))
      .every(({ key, readings }) => {
        const read = readIn(readings);
        return !touched.has(key) && months.every((month) => read.has(month));
      });
  };
  const taken = new Set<string>();
  const written = new Map<string, ReportOfYear>();
  const report = (unit: string, month: string): ReportOfYear => {
    const key = `${month} ${unit}`;
    const known = written.get(key) ?? { unit, month, written: [] };
    written.set(key, known);
    return known;
  };
  for (const unit of [...units.city, ...units.county]) for (const month of months) report(unit, month);
  const label: ReportDesk['label'] = (kit, { unit, line }, harm, what, size) => ({
    kit: kits[kit],
    about: { kind: 'line', unit, line: wordOf[line] },
    harm,
    what,
    size,
  });
  return {
    months,
    take(count, line, where = 'city', fits = () => true) {
      const free = units[where]
        .map((unit) => ({ unit, line }))
        .filter((slot) => !taken.has(`${slot.unit} ${line}`) && fits(slot.unit) && sound(slot));
      const found = chance.some(free, count);
      for (const { unit } of found) taken.add(`${unit} ${line}`);
      return found;
    },
    write: ({ unit, line }, month, figure) => report(unit, month).written.push({ line, ...figure }),
    label,
    also: (kit, slot, what, size) => ({ ...label(kit, slot, true, what, size), also: true }),
    hourly,
    reports: () => [...written].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each),
  };
}

/** One line of any kind that is still free. */
function takeAny(chance: Chance, { take }: ReportDesk): Slot[] {
  for (const line of chance.some<ReportedLine>(['electricity', 'water', 'natural-gas'], 3))
    for (const where of chance.is(0.75) ? (['city', 'county'] as const) : (['county', 'city'] as const)) {
      const found = take(1, line, where);
      if (found.length > 0) return found;
    }
  return [];
}
const percent = (share: number) => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;

/** What is left out, put on top or thought up: the report and the unit's own meters part company. */
function outside(chance: Chance, desk: ReportDesk): Planting[] {
  const { months, take, write, label } = desk;
  const found: Planting[] = [];
  const innocent = (line: ReportedLine, what: string, size: string, figure: () => Figure) => {
    for (const slot of take(1, line)) {
      for (const month of months) write(slot, month, figure());
      found.push(label('outside', slot, false, what, size));
    }
  };
  const by = (basis: Figure['basis'], times: number): Figure => ({ from: 'meter', times, basis });
  innocent('electricity', '租用房屋按账单计入', '+4–9 %', () => by('bill', 1.04 + chance.between(0, 0.05)));
  innocent('water', '账单抄表日与自然月不同', '±2 %', () => by('bill', chance.normal(1, 0.02)));
  innocent('electricity', '账单抄表日与自然月不同', '±1 %', () => by('bill', chance.normal(1, 0.01)));
  innocent('natural-gas', '已注明为分摊', '-20 %', () => by('allocated', 0.8));
  for (let n = chance.whole(7, 9); n > 0; n -= 1)
    for (const slot of takeAny(chance, desk)) {
      const less = chance.is(0.8) ? -1 : 1;
      const share = less * Math.exp(chance.between(Math.log(0.015), Math.log(0.35)));
      for (const month of months)
        write(slot, month, { from: 'meter', times: 1 + share + chance.normal(0, 0.004), basis: 'bill' });
      found.push(label('outside', slot, true, '填报与表计不一致', percent(share)));
    }
  return found;
}

/** One meter for several units, or none: the total divided by heads and reported as if each had been read. */
function sharedOut(chance: Chance, { months, take, write, label, also }: ReportDesk): Planting[] {
  const found: Planting[] = [];
  const share = (
    slots: readonly Slot[],
    from: 'heads' | 'area',
    per: number,
    what: string,
    { harm = true, noise = 0, basis = 'bill' as Figure['basis'] } = {},
  ) => {
    const when = months.slice(0, 2);
    const ofMonth = when.map(() => per * chance.between(0.92, 1.08));
    for (const slot of slots) {
      for (const [at, month] of when.entries())
        write(slot, month, { from, times: ofMonth[at]! * (noise === 0 ? 1 : chance.normal(1, noise)), basis });
      const size = `${slots.length} × ${per.toFixed(3)} by ${from}`;
      found.push(label('share', slot, harm, what, size));
      // Whatever the reason: it is not what the unit's own meters say.
      if (basis === 'bill') found.push(also('outside', slot, what, size));
    }
  };
  const perHead = () => chance.between(120, 420);
  share(take(chance.whole(4, 6), 'electricity'), 'heads', perHead(), '按人数平摊');
  share(take(chance.whole(4, 5), 'water'), 'heads', chance.between(1.7, 3.9), '按人数平摊');
  // Three among many that report; and somebody who moved each a little afterwards: no identity is left.
  share(take(3, 'natural-gas'), 'heads', chance.between(0.9, 1.7), '三家按人数平摊');
  share(take(3, 'electricity', 'county'), 'heads', perHead(), '平摊后逐家微调', { noise: 0.012 });
  share(take(chance.whole(3, 4), 'natural-gas'), 'area', chance.between(0.026, 0.035), '按面积分摊且已注明', {
    harm: false,
    basis: 'allocated',
  });
  share(take(3, 'water', 'county'), 'area', chance.between(0.06, 0.09), '一块总表按协议分摊，依据未改', {
    harm: false,
  });
  return found;
}

/** Last year's figures, a little less; or the month before once more. */
function scaled(chance: Chance, { months, take, write, label, also, hourly }: ReportDesk): Planting[] {
  const found: Planting[] = [];
  const lastYear = months.map((month) => monthsFrom(month, -12));
  const readThen = (slot: Slot) => {
    for (const month of lastYear) write(slot, month, { from: 'meter', times: chance.normal(1, 0.003), basis: 'bill' });
  };
  const two = (count: number) => take(count, 'electricity', 'city', hourly);
  for (const [n, slot] of two(chance.whole(5, 6)).entries()) {
    readThen(slot);
    const ratio = chance.between(0.88, 0.995);
    // The last of them took last year's only where no bill had come: three months.
    const made = n === 0 ? 3 : months.length;
    for (const [at, month] of months.entries())
      write(
        slot,
        month,
        at < made
          ? { from: lastYear[at]!, times: ratio, basis: 'bill' }
          : { from: 'meter', times: chance.normal(1, 0.004), basis: 'bill' },
      );
    const size = `× ${ratio.toFixed(4)}, ${made} months`;
    found.push(label('scaled', slot, true, '按上年比例填报', size), also('outside', slot, '按上年比例填报', size));
  }
  for (const slot of take(chance.whole(2, 3), 'water')) {
    const copies = chance.whole(1, 3);
    for (const [at, month] of months.entries())
      write(
        slot,
        month,
        at > 0 && at <= copies
          ? { from: months[0]!, times: 1, basis: 'bill' }
          : { from: 'meter', times: chance.normal(1, 0.004), basis: 'bill' },
      );
    const size = `${copies} of ${months.length} months`;
    found.push(label('scaled', slot, true, '照抄前月', size), also('outside', slot, '照抄前月', size));
  }
  // A year as flat as the one before, read each month.
  for (const slot of two(2)) {
    readThen(slot);
    for (const month of months) write(slot, month, { from: 'meter', times: chance.normal(1, 0.003), basis: 'bill' });
    found.push(label('scaled', slot, false, '两年用能相近', 'as read'));
  }
  for (const slot of two(1)) {
    readThen(slot);
    const ratio = chance.between(0.95, 1);
    for (const [at, month] of months.entries())
      write(slot, month, { from: lastYear[at]!, times: ratio, basis: 'estimated' });
    found.push(label('scaled', slot, false, '表计故障，已注明为估算', `× ${ratio.toFixed(3)}`));
  }
  for (const slot of take(1, 'natural-gas')) {
    for (const [at, month] of months.entries())
      write(
        slot,
        month,
        at === 0 ? { from: 'meter', times: 1, basis: 'bill' } : { from: months[0]!, times: 1, basis: 'bill' },
      );
    found.push(label('scaled', slot, false, '最低用量收费', 'the same each month'));
    found.push(also('outside', slot, '最低用量收费', 'the same each month'));
  }
  return found;
}

/** 万千瓦时 for 千瓦时, a decimal point that slipped: one month of one line. */
function slips(chance: Chance, desk: ReportDesk, year: EnergyYear): Planting[] {
  const { months, take, write, label, also, hourly } = desk;
  const found: Planting[] = [];
  const asRead = () => ({ from: 'meter', times: chance.normal(1, 0.004), basis: 'bill' }) as const;
  // A bill that settles two months for which none had come.
  for (const slot of [...takeAny(chance, desk), ...takeAny(chance, desk)]) {
    for (const [m, month] of months.entries())
      write(slot, month, m === 3 ? { ...asRead(), times: 3 } : m === 0 ? asRead() : { ...asRead(), times: 0 });
    found.push(label('slip', slot, false, '一次结清前几个月', '× 3'));
    // Until it comes, the months without a bill are not what the meters say.
    found.push(also('outside', slot, '一次结清前几个月', '0, then × 3'));
  }
  // The unit moved out of most of its rooms; the meters say so too.
  for (const slot of take(1, 'electricity', 'city', hourly)) {
    const left = chance.between(0.09, 0.3);
    const from = daysBetween(year.trained, `${months[2]!}-01`) * 24;
    for (const { meter } of year.buildings.filter(({ unit }) => unit === slot.unit)) {
      const kwh = year.hours.get(meter)!;
      for (let at = from; at < kwh.length; at += 1)
        if (kwh[at] != null) kwh[at] = Math.round(kwh[at]! * left * 1_000) / 1_000;
    }
    found.push(label('slip', slot, false, '单位搬出大部分用房', `× ${left.toFixed(2)}`));
  }
  for (let n = chance.whole(7, 8); n > 0; n -= 1)
    for (const slot of takeAny(chance, desk)) {
      // The last unit is two buildings of which one was counted so: half is left.
      const times = n === 1 ? 0.45 : chance.one([10, 100, 1_000, 0.1, 0.01, 0.001, 0.0001]);
      const at = chance.whole(0, months.length - 1);
      for (const [m, month] of months.entries()) write(slot, month, m === at ? { ...asRead(), times } : asRead());
      const what = n === 1 ? '两栋楼中一栋计量单位填错' : '计量单位或小数点错位';
      found.push(label('slip', slot, true, what, `× ${times}`), also('outside', slot, what, `× ${times}`));
    }
  return found;
}
