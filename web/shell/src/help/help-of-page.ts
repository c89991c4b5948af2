import type { Words } from '@opengoa/kernel/contract';
import { roomsNow } from '@opengoa/web-kit/room';
import { pageHelp } from './page-help.ts';

let brought: Promise<Readonly<Record<string, readonly Words[]>>> | undefined;

/** Help of every page by its path: the shell's own, and what the rooms bring. Loaded when somebody first asks for help. */
export const helpOfPages = (): Promise<Readonly<Record<string, readonly Words[]>>> =>
  (brought ??= Promise.all(
    roomsNow()
      .flatMap(({ help = [] }) => help)
      .map((load) => load()),
  ).then((found) => Object.assign({}, pageHelp, ...found.map((each) => each.default))));
