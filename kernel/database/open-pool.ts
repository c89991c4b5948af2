import pg from 'pg';

// Days stay days: a Date at local midnight is a day off elsewhere. Counts are numbers where they are exact.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
});
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text);

export interface PoolLimits {
  /** Connections; beyond it, callers wait `waitMs` and are then refused. */
  readonly size: number;
  readonly waitMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
  readonly idleTransactionMs: number;
  /**
   * Commits are not waited for: a crash may take the last ones with it. For what is emptied when it breaks off half-way and ends with
   * `settleCommits`; never where somebody is told that something is done (SEC-DB, 0 acknowledged acts lost).
   */
  readonly lazyCommits?: boolean;
}

/** The program's pool as `opengoa_app`, with every limit of SEC-DB-08 declared. A server that restarts does not end the program. */
export function openPool(url: string, limits: PoolLimits, onFault: (fault: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.size,
    connectionTimeoutMillis: limits.waitMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleTransactionMs,
    application_name: 'opengoa',
    options: `-c timezone=UTC${limits.lazyCommits ? ' -c synchronous_commit=off' : ''}`,
  });
  pool.on('error', (fault: Error & { client?: unknown }) => {
    // The driver hangs the whole connection to its error, parameters and all; that is nothing for a log.
    delete fault.client;
    // Connections that the database closes while the pool is being closed are no fault.
    if (!pool.ending) onFault(fault);
  });
  // A connection in use may lose its server too: what was asked on it is refused, and that is all there is to say.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
