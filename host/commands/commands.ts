import type { Command } from './command.ts';
import { edge, server, start, worker } from './start.ts';
import { migrate } from './migrate.ts';
import { verify } from './verify.ts';
import { doctor } from './doctor.ts';

/** Every command of `opengoa`, in the order the overview tells them. */
export const commands: readonly Command[] = [start, server, worker, edge, migrate, verify, doctor];
