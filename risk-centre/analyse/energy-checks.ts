import { join } from 'node:path';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import type { JumpSettings } from '../methods/energy/base-load-jumps.ts';

/** Limits of the energy methods on files, as the standards stood on a day. */
export interface EnergyChecks {
  readonly peerZ: number;
  readonly leastPeers: number;
  readonly nightOverBaseline: number;
  readonly leastDays: number;
  readonly jump: JumpSettings;
  /** Share of readings that a limit is to stay above. */
  readonly quantile: number;
  /** Chances of exceeding a quota from which it is told in yellow, orange and red. */
  readonly colours: { readonly yellow: number; readonly orange: number; readonly red: number };
}

export async function energyChecks(day: string): Promise<EnergyChecks> {
  const standards = loadStandards(await findStandards(join(import.meta.dirname, '..', '..')));
  const of = (id: string, item: string) =>
    standards.numberOn(id, day < '2000-01-01' ? '2000-01-01' : day, [], { item });
  const offHours = (item: string) => of('energy.off-hours-load', item);
  const files = (item: string) => of('risk-centre.energy-checks', item);
  return {
    peerZ: offHours('peer-z'),
    leastPeers: offHours('min-peers'),
    nightOverBaseline: offHours('night-over-baseline'),
    leastDays: offHours('min-days'),
    jump: {
      nights: files('jump-nights'),
      leastShare: offHours('night-over-baseline'),
      leastZ: offHours('peer-z'),
    },
    quantile: of('energy.use-over-baseline', 'dynamic-quantile'),
    colours: { yellow: files('quota-yellow'), orange: files('quota-orange'), red: files('quota-red') },
  };
}
