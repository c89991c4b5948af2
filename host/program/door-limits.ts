import { dayOf } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import type { DoorLimits } from '../http/serve.ts';

/** Limits of the front door from their standard; the times of sockets are the program's own trade. */
export function doorLimits(kernel: Kernel): DoorLimits {
  const standards = kernel.registers.standards();
  const today = dayOf(kernel.clock());
  const of = (item: string) => standards.numberOn('kernel.request-limits', today, [], { item });
  return {
    body: of('body'),
    upload: of('upload'),
    jsonDepth: of('json-depth'),
    jsonKeys: of('json-keys'),
    jsonArray: of('json-array'),
    headerTime: of('header-time') * 1_000,
    requestTime: of('request-time') * 1_000,
    idleTime: of('idle-connection') * 1_000,
    connections: 2_000,
    atOnce: 200,
  };
}
