import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refused } from '@opengoa/kernel';
import { unpackFile } from '@opengoa/kernel/exchange';
import { CommandRefused } from './command.ts';

export interface PlainFile {
  readonly path: string;
  /** A label, without the ending of packing. */
  readonly name: string;
  remove(): void;
}

/** Open data often lie about packed: unpacked beside the machine's temporary files, up to the limit of uploads. */
export async function plainFile(given: string, most: number, signal: AbortSignal): Promise<PlainFile> {
  if (!given.endsWith('.gz')) return { path: given, name: basename(given), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-import-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const name = basename(given).slice(0, -'.gz'.length);
  const path = join(folder, 'table');
  try {
    await unpackFile(given, path, most, signal);
    return { path, name, remove };
  } catch (error) {
    remove();
    if (error instanceof Refused && error.refusal.code === 'unpacks-too-large')
      throw new CommandRefused(
        `${given} 解压后超过 ${most} 字节。${given} is larger than ${most} bytes when unpacked.`,
      );
    throw error;
  }
}
