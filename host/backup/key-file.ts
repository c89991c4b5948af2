import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BackupRefused } from './backup-refused.ts';

/** The key that backups of this folder are sealed with, where nobody names another. It is never inside a backup. */
export function defaultKeyFile(folder: string): string {
  return join(resolve(folder), 'keys', 'backup.key');
}

/** Makes the key at the first backup. Whoever loses it loses every backup: keep a copy apart from the machine. */
export function makeKeyFile(path: string): { made: boolean } {
  if (existsSync(path)) return { made: false };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return { made: true };
}

/**
 * The 32 bytes of a key file.
 *
 * @throws BackupRefused `no-key`
 */
export function readKeyFile(path: string): Buffer {
  const key = existsSync(path) ? Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url') : Buffer.alloc(0);
  if (key.length === 32) return key;
  throw new BackupRefused('no-key', {
    zh: `备份密钥文件 ${path} 不存在或内容不对。`,
    en: `The backup key file ${path} is missing or is not a key.`,
  });
}

/** Names a key without giving it away. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('opengoa backup key id').update(key).digest('hex').slice(0, 16);
}

/** Another key for every archive and purpose, so that no two archives share one. */
export function deriveKey(key: Buffer, salt: Buffer, purpose: 'archive' | 'manifest'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `opengoa backup ${purpose}`, 32));
}

export function sealOf(key: Buffer, text: string): string {
  return createHmac('sha256', deriveKey(key, Buffer.alloc(0), 'manifest'))
    .update(text)
    .digest('hex');
}
