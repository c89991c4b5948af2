import { roundingOf } from '@opengoa/kernel/exact-identities';

/**
 * AU-07: a meter with a transformer counts in steps of multiplier × register resolution; what was read from it is a multiple of the step.
 * @returns for each value whether it is; null where it was rounded as coarsely as the step or coarser, which hides it
 */
export function meterMultiples(values: readonly number[], step: number): readonly (boolean | null)[] {
  return values.map((value) => {
    const unit = roundingOf([value]);
    const steps = value / step;
    if (Math.abs(steps - Math.round(steps)) * step <= 1e-6 * Math.max(1, step)) return true;
    return unit >= step ? null : false;
  });
}
