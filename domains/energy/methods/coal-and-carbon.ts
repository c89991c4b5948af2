/**
 * EN-12, standard coal and carbon dioxide: `kgce = Σ q · k`, `kgCO₂ = Σ q · f`.
 *
 * Factors are dated standards and arrive with their source; none stands here. The calorific (当量) and the equivalent (等价)
 * electricity factor differ by 2.5 times and must not be mixed, so the basis is carried into the result.
 */
import { type MethodResult, type Reason, insufficient, ok } from './method-result.ts';

export interface CarrierUse {
  /** 'electricity', 'natural-gas', 'heat', … as the standards name them. */
  readonly carrier: string;
  readonly quantity: number;
  /** 'kWh', 'm3', 'GJ', … */
  readonly unit: string;
}

export interface CarrierFactor {
  readonly carrier: string;
  /** Unit of the quantity that the factor is for. */
  readonly unit: string;
  readonly kgPerUnit: number;
  /** Which standard and which of its days, kept with every result. */
  readonly source: string;
}

export interface FactorSet {
  /** 'calorific' (当量值) or 'equivalent' (等价值); only electricity differs. */
  readonly coalBasis: 'calorific' | 'equivalent';
  readonly coal: readonly CarrierFactor[];
  readonly carbon: readonly CarrierFactor[];
}

export interface CarrierAmount {
  readonly carrier: string;
  readonly coalKgce: number;
  readonly carbonKg: number;
  readonly coalSource: string;
  readonly carbonSource: string;
}

export interface CoalAndCarbon {
  readonly coalTce: number;
  readonly carbonTco2: number;
  readonly coalBasis: FactorSet['coalBasis'];
  readonly carriers: readonly CarrierAmount[];
}

/**
 * Standard coal and carbon of one period's use. Water is no energy and has no factor: leave it out of `uses`.
 * @returns `insufficient_data` naming every carrier for which a factor in its unit is missing; nothing is left out silently
 */
export function coalAndCarbon(uses: readonly CarrierUse[], factors: FactorSet): MethodResult<CoalAndCarbon> {
  const reasons: Reason[] = [];
  const carriers = uses.flatMap((use): CarrierAmount[] => {
    const fits = (factor: CarrierFactor): boolean => factor.carrier === use.carrier && factor.unit === use.unit;
    const coal = factors.coal.find(fits);
    const carbon = factors.carbon.find(fits);
    if (!coal || !carbon) {
      reasons.push({
        code: 'factor-missing',
        zh: `${use.carrier}（${use.unit}）缺少${coal ? '碳排放因子' : '折标准煤系数'}`,
        en: `no ${coal ? 'carbon' : 'coal'} factor for ${use.carrier} in ${use.unit}`,
      });
      return [];
    }
    return [
      {
        carrier: use.carrier,
        coalKgce: use.quantity * coal.kgPerUnit,
        carbonKg: use.quantity * carbon.kgPerUnit,
        coalSource: coal.source,
        carbonSource: carbon.source,
      },
    ];
  });
  const [first, ...rest] = reasons;
  if (first) return insufficient(first, ...rest);
  return ok({
    coalTce: carriers.reduce((sum, carrier) => sum + carrier.coalKgce, 0) / 1000,
    carbonTco2: carriers.reduce((sum, carrier) => sum + carrier.carbonKg, 0) / 1000,
    coalBasis: factors.coalBasis,
    carriers,
  });
}
