import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import type { BoundedQueue } from './bounded-queue.ts';

const derive = promisify(pbkdf2);

/** How passwords are stored now: a value of the standard `password-storage`. */
export type HashCost =
  | { readonly function: 'argon2id'; readonly memoryKiB: number; readonly passes: number; readonly lanes: number }
  | { readonly function: 'pbkdf2-sm3'; readonly rounds: number };

/**
 * A stored password names its function and cost, so that both can be raised later (SEC-ID-05):
 * `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>` (PHC string) or `$pbkdf2-sm3$i=210000$<salt>$<hash>`.
 */
export type StoredPassword = string;

const keyBytes = 32;

/** Never trimmed, cut or normalised: the bytes are those of the text as typed (SEC-ID-04). */
const bytesOf = (password: string): Buffer => Buffer.from(password, 'utf8');

async function store(password: string, cost: HashCost): Promise<StoredPassword> {
  if (cost.function === 'argon2id') {
    // 2 is argon2id; the package's constant enum cannot be imported where types are only stripped.
    const options = { algorithm: 2, memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: cost.lanes };
    return argon2Hash(bytesOf(password), options);
  }
  const salt = randomBytes(16);
  const key = await derive(bytesOf(password), salt, cost.rounds, keyBytes, 'sm3');
  return `$pbkdf2-sm3$i=${cost.rounds}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

async function matches(password: string, stored: StoredPassword): Promise<boolean> {
  if (stored.startsWith('$argon2id$')) return argon2Verify(stored, bytesOf(password));
  const [, name, rounds, salt, key] = stored.split('$');
  if (name !== 'pbkdf2-sm3' || !rounds?.startsWith('i=') || !salt || !key) {
    throw new Error('a stored password names no function this program knows');
  }
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(
    bytesOf(password),
    Buffer.from(salt, 'base64url'),
    Number(rounds.slice(2)),
    expected.length,
    'sm3',
  );
  return timingSafeEqual(expected, found);
}

/** Whether a stored password is weaker than, or other than, today's cost: then it is stored anew at the next sign-in. */
export function isOutdated(stored: StoredPassword, cost: HashCost): boolean {
  if (cost.function === 'pbkdf2-sm3') return !stored.startsWith(`$pbkdf2-sm3$i=${cost.rounds}$`);
  return !stored.startsWith(`$argon2id$v=19$m=${cost.memoryKiB},t=${cost.passes},p=${cost.lanes}$`);
}

export interface PasswordHasher {
  /** @throws Refused `busy` when the queue is full */
  store(password: string, cost: HashCost, origin?: string): Promise<StoredPassword>;
  matches(password: string, stored: StoredPassword, origin?: string): Promise<boolean>;
  /** As long as a real comparison at this cost, and never true: for names that do not exist (SEC-ID-09). */
  matchesNothing(password: string, cost: HashCost, origin?: string): Promise<false>;
}

/** Slow functions run on the thread pool, never on the main thread, and behind the queue (SEC-ID-06). */
export function passwordHasher(queue: BoundedQueue): PasswordHasher {
  const decoys = new Map<string, Promise<StoredPassword>>();
  const decoyOf = (cost: HashCost) => {
    const key = JSON.stringify(cost);
    let decoy = decoys.get(key);
    if (!decoy) {
      decoy = store(randomBytes(24).toString('base64'), cost);
      decoys.set(key, decoy);
    }
    return decoy;
  };
  return {
    store: (password, cost, origin) => queue.run(() => store(password, cost), origin),
    matches: (password, stored, origin) => queue.run(() => matches(password, stored), origin),
    async matchesNothing(password, cost, origin) {
      const decoy = await decoyOf(cost);
      await queue.run(() => matches(password, decoy), origin);
      return false;
    },
  };
}
