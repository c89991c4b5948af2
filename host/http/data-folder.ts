import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@opengoa/kernel';
import { FileFolder } from '@opengoa/kernel/files';

/** Where the doors put bytes: attachments for good, and what comes or goes for the time of one request. */
export interface DataFolder {
  readonly files: FileFolder;
  /** A path that nobody has used, for something on its way; whoever asks removes it. */
  passing(): string;
}

/** Opens the folder. What an earlier life of the program left on its way there is nobody's any more and is removed (SEC-DC-06). */
export async function dataFolder(data: string): Promise<DataFolder> {
  const passing = join(data, 'passing');
  mkdirSync(passing, { recursive: true, mode: 0o700 });
  for (const left of readdirSync(passing)) rmSync(join(passing, left), { force: true, recursive: true });
  mkdirSync(join(data, 'files'), { recursive: true, mode: 0o700 });
  const files = new FileFolder(join(data, 'files'));
  await files.prepare();
  return { files, passing: () => join(passing, newId()) };
}
