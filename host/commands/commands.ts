import type { Command } from './command.ts';
import { analyse } from './analyse.ts';
import { backup } from './backup.ts';
import { checkpoint } from './checkpoint.ts';
import { demoAccounts } from './demo-accounts.ts';
import { doctor } from './doctor.ts';
import { exportList } from './export.ts';
import { importTable } from './import.ts';
import { importUndo } from './import-undo.ts';
import { keysCreate } from './keys-create.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { edge, server, start, worker } from './start.ts';
import { verify } from './verify.ts';

/** Every command of `opengoa`, in the order the overview tells them. */
export const commands: readonly Command[] = [
  start,
  server,
  worker,
  edge,
  demoAccounts,
  keysCreate,
  importTable,
  importUndo,
  exportList,
  analyse,
  verify,
  checkpoint,
  backup,
  restore,
  doctor,
  migrate,
];
