import { addDays, dayOf } from '@opengoa/kernel/calendar';
import type { Evidence, Judgement, RiskSubject, Settings, Signal, StandardsInForce } from '@opengoa/kernel/risk-kit';

/** One fill or charge, with the one before it and the vehicle that the card belongs to. Litres, kWh. */
export interface RefuelOverTankInputs {
  readonly vehicle: {
    readonly plate: string;
    readonly tankLitres: number | null;
    readonly batteryKwh: number | null;
    readonly approvedCanLitres: number;
  };
  readonly fill: {
    readonly id: string;
    readonly at: string;
    readonly litres: number | null;
    readonly electricityKwh: number | null;
    readonly costFen: number;
    readonly card: string;
  };
  readonly before: { readonly id: string; readonly at: string; readonly litres: number } | null;
  /** Plate of the vehicle to which the card belongs; null when no vehicle has it. */
  readonly cardOf: string | null;
}

const asked = ['over-tank', 'over-battery', 'close-minutes'] as const;

export function judge(
  subject: RiskSubject,
  { vehicle, fill, before, cardOf }: RefuelOverTankInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const nothing = { value: null, threshold: null, unit: 'L', evidence: [] } as const;
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing)
    return {
      ...nothing,
      status: 'insufficient_data',
      said: { template: 'standard-missing', data: { standard: missing } },
    };
  const limit = (name: (typeof asked)[number]): number => standards[name]!.value as number;
  const on = dayOf(new Date(fill.at));
  const signals: Signal[] = [];
  const evidence: Evidence[] = [
    { table: 'vehicles.fuel', key: fill.id, field: 'litres', value: fill.litres },
    { table: 'vehicles.fuel', key: fill.id, field: 'electricityKwh', value: fill.electricityKwh },
    { table: 'vehicles.fuel', key: fill.id, field: 'card', value: fill.card },
    { table: 'vehicles.vehicle', key: subject.id, field: 'tankLitres', value: vehicle.tankLitres },
    { table: 'vehicles.vehicle', key: subject.id, field: 'batteryKwh', value: vehicle.batteryKwh },
  ];
  const look = (rule: string, found: boolean, value: number, threshold: number, unit: string, kind: 'D' | 'S') => {
    signals.push({ rule, found, value, threshold, unit, evidenceClass: kind });
  };
  const data: Record<string, string | number> = { on };

  if (fill.card !== '' && cardOf !== null) {
    look('card-of-another', cardOf !== vehicle.plate, cardOf === vehicle.plate ? 0 : 1, 0, 'times', 'D');
    data['card'] = fill.card;
    data['other'] = cardOf;
  }
  const excess: Record<string, number> = {};
  if (fill.litres !== null && vehicle.tankLitres !== null) {
    const tank = vehicle.tankLitres + vehicle.approvedCanLitres;
    const most = vehicle.tankLitres * limit('over-tank') + vehicle.approvedCanLitres;
    Object.assign(data, { litres: fill.litres, tank: vehicle.tankLitres, most: most.toFixed(2) });
    look('over-tank', fill.litres > most, fill.litres, most, 'L', 'D');
    excess['over-tank'] = (fill.litres - tank) / fill.litres;
    if (before) {
      const minutes = (Date.parse(fill.at) - Date.parse(before.at)) / 60_000;
      const together = fill.litres + before.litres;
      Object.assign(data, { minutes: Math.round(minutes), together: together.toFixed(1) });
      evidence.push({ table: 'vehicles.fuel', key: before.id, field: 'litres', value: before.litres });
      look('two-fills', minutes <= limit('close-minutes') && together > most, together, most, 'L', 'D');
      excess['two-fills'] = (together - tank) / fill.litres;
    }
  }
  if (fill.electricityKwh !== null && vehicle.batteryKwh !== null) {
    const most = vehicle.batteryKwh * limit('over-battery');
    Object.assign(data, { kwh: fill.electricityKwh, battery: vehicle.batteryKwh, most: most.toFixed(2) });
    look('over-battery', fill.electricityKwh > most, fill.electricityKwh, most, 'kWh', 'D');
    excess['over-battery'] = (fill.electricityKwh - vehicle.batteryKwh) / fill.electricityKwh;
  }
  if (signals.length === 0)
    return { ...nothing, evidence, status: 'insufficient_data', said: { template: 'nothing-to-compare', data: {} } };
  const order = ['over-tank', 'over-battery', 'two-fills', 'card-of-another'];
  const [found] = signals
    .filter((signal) => signal.found)
    .toSorted((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  if (!found) {
    const held = signals.at(-1)!;
    return {
      status: 'clear',
      value: held.value,
      threshold: held.threshold,
      unit: held.unit,
      said: { template: 'clear', data },
      signals,
      evidence,
    };
  }
  // What the card of another paid is in doubt altogether; of a fill too large, what did not fit.
  const share = Math.min(1, Math.max(0, excess[found.rule] ?? 1));
  const mid = Math.round(fill.costFen * share);
  return {
    status: 'flag',
    value: found.value,
    threshold: found.threshold,
    unit: found.unit,
    evidenceClass: found.evidenceClass,
    llr: settings['llr'] ?? 0,
    period: [on, addDays(on, 1)],
    loss: { low: Math.round(mid / 2), mid, high: fill.costFen, unit: 'fen' },
    said: { template: found.rule, data },
    signals,
    evidence,
  };
}
