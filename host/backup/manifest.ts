import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BackupRefused, damaged } from './backup-refused.ts';
import type { Entry } from './entries.ts';
import { keyId, sealOf } from './key-file.ts';

/** What a backup says of itself. It stands readable beside the archive and is sealed with the key. */
export interface Manifest {
  readonly format: 'opengoa-backup/1';
  readonly begunAt: string;
  readonly finishedAt: string;
  readonly program: string;
  readonly postgresql: string;
  /** Positions in the database's log between which the copy was taken. */
  readonly log: { readonly from: string; readonly to: string };
  readonly archive: { readonly file: string; readonly bytes: number; readonly sha256: string };
  readonly keyId: string;
  readonly files: readonly Entry[];
  /** Folders of the database's own directory, those that are empty in a backup too. */
  readonly folders: readonly string[];
  /** Rows of every table when the copy ended. */
  readonly tables: readonly TableCount[];
  /** False when something was written while the rows were counted: then a restored table may hold a few more or less. */
  readonly rowsExact: boolean;
  /** Keys of the installation: not in the backup, named so that the right ones can be put beside it. */
  readonly keysApart: readonly { readonly path: string; readonly fingerprint: string }[];
}

export interface TableCount {
  readonly table: string;
  readonly rows: number;
}

export const manifestFile = 'manifest.json';

/** The text that is stored: the manifest and, on the last line, its seal. */
export function writeManifest(manifest: Manifest, key: Buffer): string {
  const text = JSON.stringify(manifest, null, 1);
  return `${text}\n${JSON.stringify({ seal: sealOf(key, text) })}\n`;
}

/**
 * @throws BackupRefused `not-a-backup`, `newer-format`, `wrong-key` (the key is another one), `damaged` (the seal does not fit)
 */
export function readManifest(folder: string, key: Buffer): Manifest {
  const path = join(folder, manifestFile);
  if (!existsSync(path)) {
    throw new BackupRefused('not-a-backup', {
      zh: `${folder} 中没有备份清单（${manifestFile}）。`,
      en: `There is no backup in ${folder} (no ${manifestFile}).`,
    });
  }
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const text = lines.slice(0, -1).join('\n');
  const manifest = parse(text) as Manifest;
  const seal = (parse(lines.at(-1) ?? '') as { seal?: unknown }).seal;
  if (manifest.format !== 'opengoa-backup/1') {
    throw new BackupRefused('newer-format', {
      zh: `备份格式 ${String(manifest.format)} 不是本程序能读的，请用写它的版本恢复。`,
      en: `This program does not read the backup format ${String(manifest.format)}; restore with the release that wrote it.`,
    });
  }
  if (manifest.keyId !== keyId(key)) {
    throw new BackupRefused('wrong-key', {
      zh: `密钥不对：这份备份用的是密钥 ${manifest.keyId}，给出的是 ${keyId(key)}。`,
      en: `Wrong key: this backup was sealed with ${manifest.keyId}, and the key given is ${keyId(key)}.`,
    });
  }
  const right = Buffer.from(sealOf(key, text));
  const found = Buffer.from(typeof seal === 'string' ? seal : '');
  if (right.length !== found.length || !timingSafeEqual(right, found))
    throw damaged('清单被改动 the manifest was changed');
  return manifest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged('清单不可读 the manifest cannot be read');
  }
}

/** Something about a new backup that a person must look at: it is there, but it may not hold what it should. */
export interface Alarm {
  readonly zh: string;
  readonly en: string;
}

/** The newest sealed backup beside this one, if there is any that this key opens. */
export function newestBefore(folder: string, key: Buffer): Manifest | undefined {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, manifestFile)))
    .flatMap((entry) => {
      try {
        return [readManifest(join(folder, entry.name), key)];
      } catch {
        return []; // another installation's, another key's, or damaged: none of them is a measure for ours
      }
    })
    .toSorted((one, other) => other.finishedAt.localeCompare(one.finishedAt))[0];
}

/**
 * Tables that vanished or lost more than the given share of their rows since the backup before, and an archive without files where there
 * were some (REL-07). Small tables come and go; below `smallestTable` rows only their disappearance counts.
 */
export function shrinkAlarms(
  before: Manifest | undefined,
  now: Pick<Manifest, 'tables' | 'files'>,
  shrinkShare: number,
  smallestTable = 100,
): Alarm[] {
  if (!before) return [];
  const rowsNow = new Map(now.tables.map((count) => [count.table, count.rows]));
  const tables = before.tables.flatMap(({ table, rows }): Alarm[] => {
    const left = rowsNow.get(table);
    if (left === undefined)
      return [{ zh: `表 ${table} 不见了（上次 ${rows} 行）`, en: `table ${table} is gone (${rows} rows before)` }];
    if (rows < smallestTable || left >= rows * (1 - shrinkShare)) return [];
    return [
      { zh: `表 ${table} 由 ${rows} 行减为 ${left} 行`, en: `table ${table} shrank from ${rows} to ${left} rows` },
    ];
  });
  const [filesBefore, filesNow] = [filesApart(before.files), filesApart(now.files)];
  if (filesBefore < 10 || filesNow >= filesBefore * (1 - shrinkShare)) return tables;
  return [
    ...tables,
    { zh: `文件由 ${filesBefore} 个减为 ${filesNow} 个`, en: `files went from ${filesBefore} to ${filesNow}` },
  ];
}

/** How many files there are beside the database's own. */
function filesApart(files: readonly Entry[]): number {
  return files.filter((file) => !file.path.startsWith('postgres/')).length;
}
