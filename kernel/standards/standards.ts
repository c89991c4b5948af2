/**
 * Door of the standards: dated values with scope, unit and source.
 *
 * ```ts
 * const price = standards.valueOn('vehicles.purchase-price', day, organisation.place(unit), { category, body, condition, power });
 * if (price.found) { const verdict = check(price, priceFen); if (verdict.outcome === 'block') return refuse('price-over-standard', { verdict }); }
 * ```
 */
export { loadStandards, StandardsRefused, type StandardSet } from './standard-set.ts';
export { findStandards } from './find-standards.ts';
export { standardId, type Problem, type StandardFile } from './read-standard.ts';
export { type LocalRow } from './standard-file.ts';
export { check, type Direction, type Outcome, type Verdict } from './check.ts';
export { explain } from './explain.ts';
export { withUnit } from './units.ts';
export type {
  Bound,
  Confidence,
  NoValue,
  Scope,
  Selector,
  Source,
  Standard,
  StandardPlace,
  StandardValue,
  Valued,
  Waiver,
} from './standard.ts';
