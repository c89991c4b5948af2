import type { Id } from '@opengoa/kernel';
import type { DescribedBuilding } from './contract.ts';

export interface Building extends DescribedBuilding {
  readonly id: Id;
  readonly unit: Id;
  readonly version: number;
}

export const buildingOf = (building: Pick<Building, 'id'>) => ({ kind: 'energy.building', id: building.id });

/** What the ledger offers of a building. */
export const buildingVerbs = [
  'energy.change-building',
  'energy.declare-change',
  'energy.register-meter',
  'energy.set-price',
  'energy.record-size',
  'energy.move-building',
];
