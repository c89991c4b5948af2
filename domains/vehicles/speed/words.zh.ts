import type { Words } from '@opengoa/kernel/contract';

export const speedFacts = {
  'vehicles.OverSpeedNoted': { zh: '车速待核实', en: 'Speed to be looked at' },
} as const satisfies Record<string, Words>;
