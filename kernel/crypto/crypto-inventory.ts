import type { Words } from '../words.ts';
import type { CryptoProfile } from './algorithm.ts';
import { algorithmFor, type DataKey, suites } from './data-key.ts';
import { purposeNames, purposes } from './purpose.ts';

/** One line of the crypto inventory (SEC-CR-12): algorithm, key, purpose, life, owner. */
export interface InventoryLine {
  readonly purpose: string;
  readonly title: Words;
  readonly algorithm: Readonly<Record<CryptoProfile, string>>;
  readonly lifeDays: number;
  readonly owner: Words;
  /** The keys this node holds, newest first; empty when the inventory is asked without a node. */
  readonly keys: readonly { keyId: string; version: number; algorithm: string; createdAt: string; dueDay: string }[];
}

/**
 * Lists every use of cryptography by the program, and with an open door the keys of this node with the day each is due for rotation.
 * Made from the list of purposes that the door itself works by, so it cannot fall behind.
 */
export function cryptoInventory(crypto?: {
  keys(): readonly Omit<DataKey, 'bytes' | 'wrapped'>[];
}): readonly InventoryLine[] {
  const held = crypto?.keys() ?? [];
  const dated = (name: string, lifeDays: number) =>
    held
      .filter(({ purpose }) => purpose === name)
      .toSorted((a, b) => b.version - a.version)
      .map(({ keyId, version, algorithm, createdAt }) => ({
        keyId,
        version,
        algorithm,
        createdAt: createdAt.toISOString(),
        dueDay: new Date(createdAt.getTime() + lifeDays * 86_400_000).toISOString().slice(0, 10),
      }));
  const keyed = purposeNames.map((name): InventoryLine => {
    const { title, lifeDays, owner } = purposes[name];
    const algorithm = {
      international: algorithmFor(name, suites.international),
      national: algorithmFor(name, suites.national),
    };
    return { purpose: name, title, algorithm, lifeDays, owner, keys: dated(name, lifeDays) };
  });
  const master: InventoryLine = {
    purpose: 'master',
    title: { zh: '主密钥，只用于加密数据密钥', en: 'Master key, wraps data keys only' },
    algorithm: { international: suites.international.cipher.name, national: suites.national.cipher.name },
    lifeDays: 1095,
    owner: purposes.field.owner,
    keys: [],
  };
  const digest: InventoryLine = {
    purpose: 'digest',
    title: { zh: '审计记录与文件的杂凑', en: 'Hashes of the Record and of files' },
    algorithm: { international: suites.international.digest.name, national: suites.national.digest.name },
    lifeDays: 0,
    owner: purposes.record.owner,
    keys: [],
  };
  return [master, digest, ...keyed];
}
