import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Lock {
  packages: Record<string, unknown>;
}

const sorted = (packages: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')));

/**
 * Makes a new room known to npm the way `npm install` would, without asking the registry: its two entries in the lock file (and in npm's
 * own copy of it), and the link in node_modules.
 * @param folder `domains/assets`
 */
export function joinWorkspaces(root: string, folder: string): void {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const link = `node_modules/${name}`;
  for (const file of ['package-lock.json', 'node_modules/.package-lock.json']) {
    const path = join(root, file);
    if (!existsSync(path)) continue;
    const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;
    const packages = {
      ...lock.packages,
      [link]: { resolved: folder, link: true },
      [folder]: { name, version, license },
    };
    writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted(packages) }, null, 2)}\n`);
  }
  const at = join(root, link);
  if (existsSync(at)) return;
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(relative(dirname(at), join(root, folder)), at, 'dir');
  // What was installed before is still installed; the stamp only has to be written anew.
  rmSync(join(root, 'node_modules', '.installed-for'), { force: true });
}
