import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

const here = import.meta.dirname;
const house = join(here, '../..');
const dist = join(here, 'dist');
/** Builds kept: a program that runs on an earlier one goes on finding its files. */
const KEPT = 4;

/** What the pages are made of: everything a change of which must be seen after the next start. */
const sources = [
  'web/**/*.{ts,tsx,js,css,html,svg}',
  'domains/*/**/*.{ts,tsx,css,svg}',
  'risk-centre/**/*.{ts,tsx,css,svg}',
  'kernel/*.ts',
  'kernel/reads/*.ts',
  'package-lock.json',
];

async function digestOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources, {
    cwd: house,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(String(path)),
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
 * Builds the web pages when there is no build of the present sources (their contents, not their dates, are compared). Each build
 * stands in a folder of its own, so that a program that is running keeps the pages it started with; one that fails leaves nothing.
 * @returns the folder with `index.html` (`__NONCE__` is to be replaced for each answer) and `_built/` with `.br` and `.gz` beside
 */
export async function buildWeb({ progress, always = false }: BuildOptions = {}): Promise<string> {
  const place = join(dist, (await digestOfSources()).slice(0, 16));
  if (!always && existsSync(join(place, 'index.html'))) return place;
  progress?.('构建网页 building the web pages …');
  const { build } = await import('vite');
  const fresh = join(dist, `.making-${process.pid}`);
  try {
    await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
    // Beside the house, in the same folder: the page that strangers get shares nothing with it.
    await build({ configFile: join(here, 'vite.report.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
    keepPagesBy(fresh);
    if (always) rmSync(place, { recursive: true, force: true });
    // Another start may have built the same meanwhile: then its pages are as good.
    if (!existsSync(place)) renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  forgetOldBuilds();
  return place;
}

/** The worker of own devices, named by what the build is made of: a new build is a new worker. */
function keepPagesBy(folder: string): void {
  const source = readFileSync(join(here, 'src/own-device/kept-pages.worker.js'), 'utf8');
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'index.html')))
    .update(source)
    .digest('hex');
  writeFileSync(join(folder, 'kept-pages.js'), source.replaceAll('__BUILD__', digest.slice(0, 16)));
}

function forgetOldBuilds(): void {
  const builds = readdirSync(dist)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ path: join(dist, name), madeAt: statSync(join(dist, name)).mtimeMs }))
    .toSorted((a, b) => b.madeAt - a.madeAt);
  for (const { path } of builds.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
