/** Door of the risk kits: the shape of a kit, reading one from its folder, and running its cases. */
export * from './risk-kit/kit.ts';
export { findKits, loadKit } from './risk-kit/load-kit.ts';
export { silentIn } from './risk-kit/silent-in.ts';
export { type CaseOutcome, runCases } from './risk-kit/run-cases.ts';
export { type RegisteredKit, type KitRegister } from './risk-kit/register.ts';
export { type IndicatorDefinition, type Vanity, vanityOf } from './risk-kit/vanity.ts';
