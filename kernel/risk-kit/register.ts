import type { KnownKit } from './kit.ts';
import type { RiskSource } from './source.ts';

/** A kit with where its inputs come from. */
export interface RegisteredKit extends KnownKit {
  readonly source: RiskSource;
}

export type KitRegister = ReadonlyMap<string, RegisteredKit>;

export const noKits: KitRegister = new Map();
