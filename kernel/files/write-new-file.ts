import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/**
 * Writes what comes to a file that was not there, readable by the program alone; what breaks off leaves nothing behind. The file is opened first: a stream that opens by itself
 * may make it after it has been cleared away.
 * @throws EEXIST where the file is there, which is left as it is; or whatever ended the content
 */
export async function writeNewFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(content, file.createWriteStream());
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
