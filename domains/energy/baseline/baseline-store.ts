import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { andBefore } from '../known-before.ts';
import { BaselineFitted } from './contract.ts';
import type { TowtModel } from '../methods/towt-baseline.ts';

export interface Baseline {
  readonly id: Id;
  readonly meter: Id;
  readonly from: string;
  readonly toExclusive: string;
  readonly trainedDays: number;
  readonly cvRmsePercent: number;
  readonly nmbePercent: number;
  /** Of the daily training residuals, in kWh. */
  readonly residualMiddleKwh: number;
  readonly residualSpreadKwh: number;
  readonly lagOneCorrelation: number;
  /** Tails and weeks included; of a baseline that was fitted without them, the robust spread and lag one. */
  readonly residualRmseKwh: number;
  readonly longRunCorrelation: number;
  readonly fittedAt: Date;
}

const columns = sql`
  id, meter_id as meter, trained_from as "from", trained_to as "toExclusive", trained_days as "trainedDays", cv_rmse_percent as "cvRmsePercent",
  nmbe_percent as "nmbePercent", residual_middle as "residualMiddleKwh", residual_spread as "residualSpreadKwh",
  residual_lag_one as "lagOneCorrelation", coalesce(residual_rmse, residual_spread) as "residualRmseKwh",
  coalesce(residual_long_run, residual_lag_one) as "longRunCorrelation", fitted_at as "fittedAt"`;

/**
 * The newest baseline of each of these meters that had ended when the period to be judged begins.
 * @param knownBefore fitted before this instant
 */
export const baselinesBefore = (tx: Tx, meters: readonly Id[], day: string, knownBefore?: Date) =>
  tx.rows<Baseline & { model: TowtModel }>(sql`
    select distinct on (meter_id) ${columns}, model from energy.baseline
     where meter_id = any (${[...meters]}::uuid[]) and trained_to <= ${day} ${andBefore(sql`fitted_at`, knownBefore)}
     order by meter_id, trained_to desc, fitted_at desc`);

export const lastBaseline = (tx: Tx, meter: Id): Promise<Baseline | undefined> =>
  tx.maybe<Baseline>(
    sql`select ${columns} from energy.baseline where meter_id = ${meter} order by trained_to desc, fitted_at desc limit 1`,
  );

export interface FittedResiduals {
  readonly middleKwh: number;
  readonly spreadKwh: number;
  readonly lagOneCorrelation: number;
  readonly rmseKwh: number;
  readonly longRunCorrelation: number;
}

/** The coefficients are kept with the row and not in the Record: its fact says how good they are, and anybody can fit them again. */
export const keepModel = (tx: Tx, baseline: Id, model: TowtModel, residuals: FittedResiduals): Promise<number> =>
  tx.run(sql`
    update energy.baseline
       set model = ${JSON.stringify(model, fewerDigits)}::jsonb, residual_middle = ${residuals.middleKwh},
           residual_spread = ${residuals.spreadKwh}, residual_lag_one = ${residuals.lagOneCorrelation},
           residual_rmse = ${residuals.rmseKwh}, residual_long_run = ${residuals.longRunCorrelation}
     where id = ${baseline}`);

/** Seven digits are more than any meter's. */
const fewerDigits = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(7)) : value;

export const baselineSaves = [
  saves(BaselineFitted, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into energy.baseline (id, unit_id, meter_id, method, method_version, trained_from, trained_to, trained_days, hours, missing_hours,
                                   cv_rmse_percent, nmbe_percent, r2, residual_middle, residual_spread, residual_lag_one, model, fitted_at)
      values (${body.baseline}, ${unit}, ${object.id}, ${body.method}, ${body.version}, ${body.from}, ${body.toExclusive}, ${body.trainedDays},
              ${body.hours}, ${body.missingHours}, ${body.cvRmsePercent}, ${body.nmbePercent}, ${body.r2}, 0, 0, 0, '{}', ${now})`),
  ),
];
