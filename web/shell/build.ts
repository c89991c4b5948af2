import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

const here = import.meta.dirname;
const house = join(here, '../..');
const dist = join(here, 'dist');
const stamp = join(dist, '.built-from');

/** What the pages are made of: everything a change of which must be seen after the next start. */
const sources = [
  'web/**/*.{ts,tsx,css,html,svg}',
  'domains/*/**/*.{ts,tsx,css,svg}',
  '{service-cloud,risk-centre}/**/*.{ts,tsx,css,svg}',
  'kernel/*.ts',
  'kernel/reads/*.ts',
  'package-lock.json',
];

async function digestOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources, {
    cwd: house,
    exclude: (path) => /(^|\/)(node_modules|dist|dist-new)(\/|$)/.test(String(path)),
  })) {
    if (!/\.test\.tsx?$/.test(file)) files.push(file);
  }
  const digest = createHash('sha256');
  for (const file of files.toSorted())
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(house, file)));
  return digest.digest('hex');
}

export interface BuildOptions {
  /** Told in words what takes time. */
  readonly progress?: (line: string) => void;
  /** Build even when nothing changed. */
  readonly always?: boolean;
}

/**
 * Builds the web pages when the built ones are not made from the present sources (their contents, not their dates, are compared).
 * A build that fails leaves the earlier pages as they were.
 * @returns the folder with `index.html` (`__NONCE__` is to be replaced for each answer) and `assets/` with `.br` and `.gz` beside
 */
export async function buildWeb({ progress, always = false }: BuildOptions = {}): Promise<string> {
  const digest = await digestOfSources();
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return dist;
  progress?.('构建网页 building the web pages …');
  const { build } = await import('vite');
  const fresh = join(here, 'dist-new');
  await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
  writeFileSync(join(fresh, '.built-from'), digest);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  return dist;
}
