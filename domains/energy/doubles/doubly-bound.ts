/** 重复计量: which meters may stand for the same energy, told from the register of meters alone. Pure. */
import type { Id } from '@opengoa/kernel';
import type { DoubleRule } from './contract.ts';

export interface BoundMeter {
  readonly id: Id;
  readonly building: Id;
  readonly carrier: string;
  readonly kind: 'main' | 'sub';
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** An instrument's days at a meter; an open end is null. */
export interface BoundInstrument {
  readonly meter: Id;
  readonly key: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a gateway reads a meter. */
export interface BoundPoint {
  readonly meter: Id;
  /** Device, station, function and address in one. */
  readonly register: string;
}

export interface Double {
  readonly rule: DoubleRule;
  readonly meters: readonly Id[];
  readonly days: number | null;
}

/** As `energy.plain_key` writes it: case, width and blanks do not tell two apart. */
export const plainKey = (key: string): string => key.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
/** Signs and leading noughts are written by some and left out by others; a slash tells channels of one gateway apart and stays. */
const looseKey = (key: string): string =>
  plainKey(key)
    .replaceAll(/[-_.·・]/gu, '')
    .replace(/^0+(?=.)/u, '');

const everBefore = '0000-00-00';
const everAfter = '9999-99-99';

interface Stretch {
  readonly meter: Id;
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** When a number stood at a meter: the instrument's days within the meter's days of service; `to` is no longer part of it. */
function stretchesOf(meters: readonly BoundMeter[], instruments: readonly BoundInstrument[]): Stretch[] {
  const byId = new Map(meters.map((meter) => [meter.id, meter]));
  return instruments.flatMap(({ meter: id, key, from, to }) => {
    const meter = byId.get(id);
    if (!meter || key === null) return [];
    const stretch = {
      meter: id,
      key,
      from: [from ?? everBefore, meter.validFrom].toSorted().at(-1)!,
      to: [to ?? everAfter, meter.validTo ?? everAfter].toSorted()[0]!,
    };
    return stretch.from < stretch.to ? [stretch] : [];
  });
}

const overlap = (a: Stretch, b: Stretch) => a.from < b.to && b.from < a.to;

/** Groups of several meters among stretches that share a writing of their number and a day. */
function together(stretches: readonly Stretch[], writing: (key: string) => string): Id[][] {
  return [...Map.groupBy(stretches, ({ key }) => writing(key)).values()].flatMap((same) => {
    const meters = new Set(
      same.flatMap((a) => same.filter((b) => b.meter !== a.meter && overlap(a, b)).map(({ meter }) => meter)),
    );
    return meters.size > 1 ? [[...meters].toSorted()] : [];
  });
}

/** @param today meters that are out of service by then stand beside nothing */
export function doublyBound(
  meters: readonly BoundMeter[],
  instruments: readonly BoundInstrument[],
  points: readonly BoundPoint[],
  today: string,
): Double[] {
  const stretches = stretchesOf(meters, instruments);
  const twice = together(stretches, plainKey);
  const known = new Set(twice.map((ids) => ids.join(' ')));
  const alike = together(stretches, looseKey).filter((ids) => !known.has(ids.join(' ')));
  const registers = [...Map.groupBy(points, ({ register }) => register).values()]
    .map((same) => [...new Set(same.map(({ meter }) => meter))].toSorted())
    .filter((ids) => ids.length > 1);
  const counted = meters.filter(
    ({ kind, validFrom, validTo }) => kind === 'main' && validFrom <= today && (validTo === null || validTo >= today),
  );
  const mains = [...Map.groupBy(counted, ({ building, carrier }) => `${building} ${carrier}`).values()]
    .map((same) => same.map(({ id }) => id))
    .filter((ids) => ids.length > 1);
  const told = (rule: DoubleRule, groups: readonly (readonly Id[])[]): Double[] =>
    groups.map((ids) => ({ rule, meters: ids, days: null }));
  return [
    ...told('number-twice', twice),
    ...told('register-twice', registers),
    ...told('number-alike', alike),
    ...told('mains-side-by-side', mains),
  ];
}
