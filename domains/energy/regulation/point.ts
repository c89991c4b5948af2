import type { Id } from '@opengoa/kernel';
import type { DescribedPoint } from './contract.ts';

/** 受控点: what of a device may be set, and how far. */
export interface ControlPoint extends DescribedPoint {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly version: number;
  /** What the device last said stands there. */
  readonly value: number | null;
  readonly valueAt: Date | null;
}

export const pointOf = ({ id }: Pick<ControlPoint, 'id'>) => ({ kind: 'energy.control-point', id });
