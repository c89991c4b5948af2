import type pg from 'pg';
import type { Kernel } from '@opengoa/kernel/host';

/**
 * A kernel that does everything and keeps nothing: at the end of each transaction, where it would commit, it rolls back. Everybody of the
 * matrix finds the things as they were made, in any order and side by side.
 */
export const rehearsing = (kernel: Kernel): Kernel => ({ ...kernel, pool: rehearsingPool(kernel.pool) });

const rehearsingPool = (pool: pg.Pool): pg.Pool =>
  new Proxy(pool, {
    get(target, key) {
      if (key === 'connect') return async () => rehearsingClient(await target.connect());
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const rehearsingClient = (client: pg.PoolClient): pg.PoolClient =>
  new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key !== 'query') return value.bind(target);
      return (asked: unknown, ...more: unknown[]) => value.call(target, withoutCommit(asked), ...more);
    },
  });

interface Statement {
  text: string;
  name?: string;
}

/** A statement by itself, or several that leave together and show what is on board. */
function withoutCommit(asked: unknown): unknown {
  if (asked === 'commit') return 'rollback';
  for (const statement of (asked as { statements?: readonly Statement[] }).statements ?? [])
    if (statement.text === 'commit') Object.assign(statement, { text: 'rollback', name: 'rollback' });
  return asked;
}
