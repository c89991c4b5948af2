import type { Room } from '@opengoa/kernel';
import { assemble, type Assembly } from '@opengoa/kernel/host';
import { hostContract } from './host-contract.ts';
import { openApiOf } from './openapi.ts';

/**
 * The contract as `GET /api/openapi.json` tells it, from the rooms alone: no database, no server. Only the limits are missing, which are
 * those of a running program.
 * @param rooms the kernel's first
 */
export function publishedContract(rooms: readonly Room[]): Record<string, unknown> {
  // Doors are told and none is opened: pool, registers and keys are never asked.
  const kernel = assemble({ rooms } as Assembly);
  return openApiOf(kernel, hostContract(kernel));
}
