import { addDays, dayOf } from '@opengoa/kernel/calendar';
import type { Evidence, Judgement, RiskSubject, Settings, Signal, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { median, robustZ } from '@opengoa/kernel/robust-statistics';
import { type Fill, fullToFull, unexplainedLitres } from '../../methods/full-to-full.ts';

/** A vehicle's fills of twelve months, oldest first; the last one is judged. Litres and km. */
export interface FuelOverStandardInputs {
  readonly vehicle: {
    readonly tankLitres: number | null;
    /** Rated consumption of the model, litres per 100 km. */
    readonly ratedLitresPer100Km: number | null;
    /** Reserve can that was approved for this fill. */
    readonly approvedCanLitres: number;
    readonly batteryElectric: boolean;
  };
  readonly fills: readonly Fill[];
  readonly priceFenPerLitre: number | null;
}

const asked = ['tolerance', 'over-tank', 'robust-z', 'min-fills'] as const;

export function judge(
  subject: RiskSubject,
  { vehicle, fills, priceFenPerLitre }: FuelOverStandardInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const nothing = { value: null, threshold: null, unit: 'L', evidence: [] } as const;
  const silent = (template: string, data: Judgement['said']['data'] = {}): Judgement => ({
    ...nothing,
    status: 'insufficient_data',
    said: { template, data },
  });
  if (vehicle.batteryElectric)
    return { ...nothing, status: 'not_applicable', said: { template: 'battery-electric', data: {} } };
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: (typeof asked)[number]): number => standards[name]!.value as number;
  const last = fills.at(-1);
  if (!last) return silent('no-fills');
  const on = dayOf(new Date(last.at));

  const signals: Signal[] = [];
  const evidence: Evidence[] = [
    { table: 'vehicles.fill', key: last.id, field: 'litres', value: last.litres },
    { table: 'vehicles.fill', key: last.id, field: 'odometerKm', value: last.odometerKm },
    { table: 'vehicles.vehicle', key: subject.id, field: 'tankLitres', value: vehicle.tankLitres },
    { table: 'vehicles.vehicle', key: subject.id, field: 'ratedLitresPer100Km', value: vehicle.ratedLitresPer100Km },
  ];
  const common = { signals, evidence };
  const flag = (signal: Signal, litres: number, data: Judgement['said']['data']): Judgement => {
    const amount = (of: number): number => Math.round(Math.max(0, of) * (priceFenPerLitre ?? 1));
    return {
      ...common,
      status: 'flag',
      value: signal.value,
      threshold: signal.threshold,
      unit: signal.unit,
      evidenceClass: signal.evidenceClass,
      llr: settings['llr'] ?? 0,
      period: [on, addDays(on, 1)],
      loss: {
        low: amount(litres / 2),
        mid: amount(litres),
        high: amount(Math.max(litres, last.litres)),
        unit: priceFenPerLitre === null ? 'L' : 'fen',
      },
      said: { template: signal.rule, data: { on, litres: last.litres, ...data } },
    };
  };

  if (vehicle.tankLitres !== null) {
    const most = vehicle.tankLitres * limit('over-tank') + vehicle.approvedCanLitres;
    const signal: Signal = {
      rule: 'over-tank',
      found: last.litres > most,
      value: last.litres,
      threshold: most,
      unit: 'L',
      evidenceClass: 'D',
    };
    signals.push(signal);
    if (signal.found)
      return flag(signal, last.litres - vehicle.tankLitres - vehicle.approvedCanLitres, {
        tank: vehicle.tankLitres,
        most: most.toFixed(2),
      });
  }

  const stretches = fullToFull(fills);
  const judged = stretches.at(-1);
  if (judged?.fillId !== last.id) return { ...silent(last.full ? 'no-stretch' : 'awaiting-full-fill'), ...common };
  const rates = stretches.map((stretch) => stretch.litresPer100Km);
  evidence.push({
    table: 'vehicles.fill',
    key: `${subject.id}/full-to-full`,
    field: 'litresPer100Km',
    value: rates,
  });
  const rate = judged.litresPer100Km;
  const usual = rates.length >= limit('min-fills') ? median(rates) : null;
  const rated = vehicle.ratedLitresPer100Km;
  const z = usual === null ? null : robustZ(rate, rates, settings['rate-resolution'] ?? 0);
  const data = {
    rate: rate.toFixed(1),
    km: judged.km,
    usual: usual?.toFixed(1) ?? '-',
    rated: rated?.toFixed(1) ?? '-',
    z: z?.toFixed(1) ?? '-',
    tolerance: (100 * limit('tolerance')).toFixed(0),
    stretches: rates.length,
  };
  const left = (litresPer100Km: number): number =>
    unexplainedLitres({ litres: judged.litres, km: judged.km, litresPer100Km }).unexplainedLitres;

  if (usual !== null && z !== null) {
    const found = z > limit('robust-z') && rate > usual * (1 + limit('tolerance'));
    signals.push({
      rule: 'over-own-history',
      found,
      value: z,
      threshold: limit('robust-z'),
      unit: 'z',
      evidenceClass: 'S',
    });
    if (found) return flag(signals.at(-1)!, left(usual), { ...data, unexplained: left(usual).toFixed(1) });
  }
  if (rated !== null) {
    const most = rated * (1 + limit('tolerance'));
    signals.push({
      rule: 'over-rated',
      found: rate > most,
      value: rate,
      threshold: most,
      unit: 'L/100km',
      evidenceClass: 'S',
    });
    if (rate > most) return flag(signals.at(-1)!, left(rated), { ...data, unexplained: left(rated).toFixed(1) });
  }
  if (usual === null && rated === null) return { ...silent('no-comparison', data), ...common };
  return {
    ...common,
    status: 'clear',
    value: rate,
    threshold: (usual ?? rated)! * (1 + limit('tolerance')),
    unit: 'L/100km',
    said: { template: 'clear', data },
  };
}
