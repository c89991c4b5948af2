/** Reads the steps of every room from the disk: `<room>/steps/<name>.yaml` is `<room>.<name>`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StandardSet } from '../standards/standards.ts';
import { checkDefinition } from './check-definition.ts';
import type { Definition } from './definition.ts';
import { readDefinition, StepsRefused } from './read-definition.ts';

const passedOver = new Set(['node_modules', 'dist', 'data', 'coverage', 'testing']);

/**
 * Every definition below a folder, checked; rooms are found by looking.
 * @param root the repository, or the folder of one room
 * @throws StepsRefused when one of them cannot be walked
 */
export async function findDefinitions(root: string, standards?: StandardSet): Promise<ReadonlyMap<string, Definition>> {
  const found = new Map<string, Definition>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!passedOver.has(entry.name) && !entry.name.startsWith('.')) await walk(path);
        continue;
      }
      const parts = path.replaceAll('\\', '/').split('/');
      if (parts.at(-2) !== 'steps' || !/\.ya?ml$/.test(entry.name)) continue;
      const id = `${parts.at(-3)}.${entry.name.replace(/\.ya?ml$/, '')}`;
      const definition = readDefinition(id, await readFile(path, 'utf8'));
      const problems = checkDefinition(definition, standards);
      if (problems.length > 0) throw new StepsRefused(id, problems);
      if (found.has(id)) throw new StepsRefused(id, ['is there twice']);
      found.set(id, definition);
    }
  };
  await walk(root);
  return found;
}
