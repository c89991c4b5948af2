/** Cells of a form from what the records hold, each with where it comes from (由来). Pure. */
import type { CellSource, Formula, Part, TakenCell } from './contract.ts';
import type { Form, FormLine } from './form.ts';

/** A main meter's month. Amount in the meter's own measure. */
export interface MeterMonth {
  readonly meter: string;
  readonly name: string;
  readonly carrier: string;
  readonly measure: string;
  readonly buildingUse: string;
  /** Null where nothing was read in the month. */
  readonly amount: number | null;
  readonly rows: number;
  readonly estimated: number;
  readonly share: number | null;
  /** Fen for a unit of measure, the mean of the month; null without a registered price. */
  readonly fenPerUnit: number | null;
}

export interface FuelMonth {
  readonly carrier: string;
  readonly litres: number;
  readonly costFen: number;
  readonly rows: number;
}

export interface BuildingOnRegister {
  readonly id: string;
  readonly name: string;
  readonly people: number | null;
  readonly areaM2: number | null;
}

export interface Records {
  readonly meters: readonly MeterMonth[];
  readonly fuel: readonly FuelMonth[];
  readonly buildings: readonly BuildingOnRegister[];
}

/** What one unit of a meter's measure is in the line's. A pair that is not here is not added up. */
export const perMeasure: Readonly<Record<string, number>> = {
  'kWh kWh': 1,
  'm3 m3': 1,
  'GJ GJ': 1,
  // One cubic metre of water is a tonne; 1 kWh is 3.6 MJ.
  'm3 t': 1,
  'kWh GJ': 0.0036,
};

const nothing: CellSource = { kind: 'none', formula: 'none', parts: [] };

export const takeCells = (form: Form, records: Records): TakenCell[] =>
  form.lines.flatMap((line) => {
    const taken = takeLine(line, records);
    const { amount, cost } = taken;
    return [
      { line: line.line, field: 'amount' as const, ...amount },
      ...(line.cost ? [{ line: line.line, field: 'cost' as const, ...cost }] : []),
    ];
  });

type Taken = Pick<TakenCell, 'value' | 'basis' | 'source'>;
const empty: Taken = { value: null, basis: null, source: nothing };

function takeLine(line: FormLine, records: Records): { readonly amount: Taken; readonly cost: Taken } {
  switch (line.from) {
    case 'hand':
      return { amount: empty, cost: empty };
    case 'heads':
      return { amount: ofBuildings(records.buildings, ({ people }) => people), cost: empty };
    case 'area':
      return { amount: ofBuildings(records.buildings, ({ areaM2 }) => areaM2), cost: empty };
    case 'fills-petrol':
      return ofFuel(records.fuel.find(({ carrier }) => carrier === 'petrol'));
    case 'fills-diesel':
      return ofFuel(records.fuel.find(({ carrier }) => carrier === 'diesel'));
    case 'meter-data-centre':
      return ofMeters(
        line,
        records.meters.filter(({ carrier, buildingUse }) => carrier === 'electricity' && buildingUse === 'data-centre'),
      );
    default: {
      const carrier = line.from.slice('meter-'.length);
      return ofMeters(
        line,
        records.meters.filter((meter) => meter.carrier === carrier),
      );
    }
  }
}

function ofMeters(line: FormLine, meters: readonly MeterMonth[]): { amount: Taken; cost: Taken } {
  const parts = meters.map((meter): Part & { readonly costFen: number | null } => {
    const times = perMeasure[`${meter.measure} ${line.measure}`];
    const amount = meter.amount === null || times === undefined ? null : thousandth(meter.amount * times);
    return {
      opens: `/energy/meters/${meter.meter}`,
      name: meter.name,
      amount,
      rows: meter.rows,
      estimated: meter.estimated,
      share: meter.share,
      costFen: meter.amount === null || meter.fenPerUnit === null ? null : Math.round(meter.amount * meter.fenPerUnit),
    };
  });
  const told = parts.map(({ costFen: _cost, ...part }) => part);
  const read = told.filter(({ amount }) => amount !== null);
  const amount =
    read.length === 0
      ? { ...empty, source: { ...nothing, parts: told } }
      : taken(sum(told.map((part) => part.amount)), 'metered', told.length === 1 ? 'one-meter' : 'sum-of-meters', told);
  // A price that one of the meters lacks makes the sum say too little: then it is the clerk's to fill in from the bill.
  const priced = parts.filter((part) => part.amount !== null);
  const cost =
    priced.length === 0 || priced.some(({ costFen }) => costFen === null)
      ? empty
      : taken(
          priced.reduce((all, { costFen }) => all + costFen!, 0),
          'ledger',
          'amount-times-price',
          priced.map(({ costFen, ...part }) => ({ ...part, amount: costFen })),
        );
  return { amount, cost };
}

function ofFuel(fuel: FuelMonth | undefined): { amount: Taken; cost: Taken } {
  if (!fuel) return { amount: empty, cost: empty };
  const part = (amount: number): Part => ({
    opens: '/vehicles/fuel',
    name: fuel.carrier,
    amount,
    rows: fuel.rows,
    estimated: 0,
    share: null,
  });
  return {
    amount: taken(thousandth(fuel.litres), 'ledger', 'sum-of-fills', [part(thousandth(fuel.litres))]),
    cost: taken(fuel.costFen, 'ledger', 'sum-of-fill-costs', [part(fuel.costFen)]),
  };
}

function ofBuildings(
  buildings: readonly BuildingOnRegister[],
  valueOf: (building: BuildingOnRegister) => number | null,
): Taken {
  const parts = buildings.map((building): Part => ({
    opens: `/energy/buildings/${building.id}`,
    name: building.name,
    amount: valueOf(building),
    rows: 1,
    estimated: 0,
    share: null,
  }));
  if (parts.every(({ amount }) => amount === null)) return { ...empty, source: { ...nothing, parts } };
  return taken(
    sum(parts.map(({ amount }) => amount)),
    'ledger',
    parts.length === 1 ? 'one-building' : 'sum-of-buildings',
    parts,
  );
}

const taken = (value: number, basis: 'metered' | 'ledger', formula: Formula, parts: readonly Part[]): Taken => ({
  value,
  basis,
  source: {
    kind: formula === 'one-meter' || formula === 'one-building' ? 'native' : 'derived',
    formula,
    parts: parts.slice(0, 500),
  },
});

const sum = (amounts: readonly (number | null)[]): number =>
  thousandth(amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0));
const thousandth = (value: number): number => Math.round(value * 1_000) / 1_000;
