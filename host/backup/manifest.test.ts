import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keyId } from './key-file.ts';
import { manifestFile, readManifest, shrinkAlarms, writeManifest, type Manifest } from './manifest.ts';

const key = randomBytes(32);
const manifest: Manifest = {
  format: 'opengoa-backup/1',
  begunAt: '2026-11-21T01:00:00.000Z',
  finishedAt: '2026-11-21T01:00:09.000Z',
  program: 'opengoa 0.1.0',
  postgresql: '18.4',
  log: { from: '0/2000028', to: '0/2000158' },
  archive: { file: 'archive', bytes: 9, sha256: 'ab' },
  keyId: keyId(key),
  files: [],
  folders: [],
  tables: [
    { table: 'vehicles.trip', rows: 1_000 },
    { table: 'energy.meter', rows: 57 },
  ],
  rowsExact: true,
  keysApart: [],
};

const base = mkdtempSync(join(tmpdir(), 'opengoa-manifest-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

function stored(text: string): string {
  const folder = mkdtempSync(join(base, 'one-'));
  writeFileSync(join(folder, manifestFile), text);
  return folder;
}

test('a list that was written is read', () => {
  expect(readManifest(stored(writeManifest(manifest, key)), key)).toEqual(manifest);
});

test('REL-03 a list that was changed, cut or sealed with another key is refused', () => {
  const text = writeManifest(manifest, key);
  expect(() => readManifest(stored(text.replace('1000', '999')), key)).toThrow(/被改动/);
  expect(() => readManifest(stored(text.slice(0, -20)), key)).toThrow(/已损坏/);
  expect(() => readManifest(stored(text), randomBytes(32))).toThrow(/密钥不对/);
  expect(() => readManifest(stored(''), key)).toThrow(/已损坏/);
  expect(() => readManifest(base, key)).toThrow(/没有备份清单/);
  expect(() => readManifest(stored(text.replace('opengoa-backup/1', 'opengoa-backup/2')), key)).toThrow(/格式/);
  expect(readFileSync(join(stored(text), manifestFile), 'utf8')).toBe(text);
});

test('REL-07 an unusual shrink is an alarm, an ordinary one is not', () => {
  const now = (trips: number) => ({
    ...manifest,
    tables: [{ table: 'vehicles.trip', rows: trips }, manifest.tables[1]!],
  });
  expect(shrinkAlarms(manifest, now(900), 0.2)).toEqual([]);
  expect(shrinkAlarms(undefined, now(1), 0.2)).toEqual([]);
  expect(shrinkAlarms(manifest, now(700), 0.2)).toEqual([
    { zh: '表 vehicles.trip 由 1000 行减为 700 行', en: 'table vehicles.trip shrank from 1000 to 700 rows' },
  ]);
  const gone = { ...manifest, tables: [manifest.tables[0]!, { table: 'energy.meter', rows: 1 }] };
  expect(shrinkAlarms(manifest, gone, 0.2)).toEqual([]);
  expect(shrinkAlarms(manifest, { ...manifest, tables: [manifest.tables[0]!] }, 0.2)[0]?.en).toMatch(
    /energy\.meter is gone/,
  );
});
