import { type Context, refuse, type Refusal } from '@opengoa/kernel';
import { check, explain, type Verdict } from '@opengoa/kernel/standards';
import type { Warning } from '../contract.ts';
import { isNewEnergy, type Vehicle, yearsInService } from './vehicle.ts';

type Judged = Pick<
  Vehicle,
  'unit' | 'category' | 'body' | 'condition' | 'power' | 'priceFen' | 'displacementL' | 'inServiceDay'
>;

/**
 * Price and displacement against 第七条, by the value of the day it went into service: what was right then stays right.
 * @returns every verdict that has a value to stand on; price in fen, displacement in litres
 */
export function equipmentVerdicts(vehicle: Judged, { standards, organisation, today }: Context): Verdict[] {
  const { category, body, condition, power, priceFen, displacementL } = vehicle;
  const day = vehicle.inServiceDay ?? today;
  const place = organisation.place(vehicle.unit);
  const judge = (standard: string, observed: number | null, selector: Record<string, string>): Verdict[] => {
    if (observed === null) return [];
    const limit = standards.valueOn(standard, day, place, selector);
    return limit.found ? [check(limit, observed)] : [];
  };
  return [
    ...judge('vehicles.purchase-price', priceFen, {
      category,
      body,
      condition,
      power: isNewEnergy(power) ? 'new-energy' : 'conventional',
    }),
    ...judge('vehicles.displacement', power === 'battery-electric' ? null : displacementL, {
      category,
      body,
      condition,
    }),
  ];
}

/** Years in service against 第二十二条, on the day it is to go. */
export function renewalVerdict(
  vehicle: Pick<Vehicle, 'unit' | 'inServiceDay'>,
  day: string,
  { standards, organisation }: Context,
): Verdict[] {
  const least = standards.valueOn('vehicles.renewal-years', day, organisation.place(vehicle.unit));
  if (!least.found || vehicle.inServiceDay === null) return [];
  return [check(least, Math.floor(yearsInService(vehicle.inServiceDay, day) * 10) / 10)];
}

/** The first confirmed limit that is broken, as a refusal that names standard, article, observed and allowed. */
export function refusalOf(verdicts: readonly Verdict[], code: string): Refusal | undefined {
  const broken = verdicts.find((verdict) => verdict.outcome === 'block');
  if (!broken) return undefined;
  const { standard, version, article, observed, allowed } = broken;
  return refuse(code, { standard, version, article: article ?? '', observed, allowed, explained: explain(broken) });
}

/** What a single source or a recalled paper says against it, kept with the vehicle. */
export const warningsOf = (verdicts: readonly Verdict[]): Warning[] =>
  verdicts.flatMap((verdict) =>
    verdict.outcome === 'warn' || verdict.outcome === 'inform'
      ? [
          {
            standard: verdict.standard,
            version: verdict.version,
            article: verdict.article ?? '',
            observed: verdict.observed as number,
            allowed: verdict.allowed as number,
            outcome: verdict.outcome,
            explained: explain(verdict),
          },
        ]
      : [],
  );
