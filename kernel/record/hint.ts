import type pg from 'pg';

/** Channel on which the sealer says that there are new numbers. */
export const sealedChannel = 'opengoa_sealed';
/** Channel on which anybody may say that there are new facts. Acts do not: a NOTIFY makes their commits wait for each other. */
export const factChannel = 'opengoa_fact';

/** A pause that a hint can end early. */
export interface Pause {
  /** Resolves after `ms`, or at the next hint, or at once when one came since the last pause. */
  wait(ms: number): Promise<void>;
  wake(): void;
}

export function pause(): Pause {
  let hinted = false;
  let end: (() => void) | undefined;
  return {
    wake() {
      hinted = true;
      end?.();
    },
    async wait(ms) {
      if (!hinted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        end = undefined;
      }
      hinted = false;
    },
  };
}

/**
 * Listens for notifications as a hint only: whoever waits polls behind it. A lost connection is taken up again; a store that knows no
 * notifications is none the worse.
 * @returns closes the connection
 */
export function listen(pool: pg.Pool, channel: string, wake: () => void): () => Promise<void> {
  let stopped = false;
  let client: pg.PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;
  const again = () => {
    client = undefined;
    if (!stopped) retry = setTimeout(() => void connect(), 5_000).unref();
  };
  const connect = async () => {
    try {
      const taken = await pool.connect();
      if (stopped) return taken.release(true);
      client = taken;
      taken.on('notification', wake);
      taken.once('error', () => {
        taken.release(true);
        again();
      });
      await taken.query(`listen ${channel}`);
    } catch {
      client?.release(true);
      again();
    }
  };
  const connecting = connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await connecting;
    client?.release(true);
    client = undefined;
  };
}
