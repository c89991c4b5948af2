import type pg from 'pg';
import { nobody } from './actor.ts';
import { calendarFrom, dayOf } from './calendar/calendar.ts';
import { sql } from './database/sql.ts';
import { stepIn } from './database/step-in.ts';
import { txOn } from './database/tx.ts';
import { organisationOn, type Organisation } from './organisation/organisation.ts';
import { loadOrganisation } from './organisation/organisation-store.ts';
import type { Registers } from './registers.ts';
import type { StandardSet } from './standards/standards.ts';
import { loadLocalStandards } from './local-standards/local-standard-store.ts';
import type { StepsDefinitions } from './tasks/cases.ts';

export interface LiveRegisters extends Registers {
  stop(): void;
}

/**
 * Registers kept in memory and refreshed when their revision in the database moves: polled, since a notification may be lost.
 * @param every milliseconds between looks; rights judged on old memory are at most this old (SEC-AC-12)
 */
export async function liveRegisters(
  pool: pg.Pool,
  {
    node,
    standards,
    steps,
    every = 500,
    clock = () => new Date(),
    onFault,
  }: {
    node: number;
    standards: StandardSet;
    steps: StepsDefinitions;
    every?: number;
    clock?: () => Date;
    onFault: (fault: Error) => void;
  },
): Promise<LiveRegisters> {
  const calendar = calendarFrom();
  let revisions = new Map<string, number>();
  let organisation: Organisation | undefined;
  let valued = standards;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await stepIn(client, {
        node,
        room: 'kernel',
        actor: { ...nobody(), kind: 'job', name: 'registers' },
        scope: { exact: [], below: [] },
        audit: false,
        readOnly: true,
      });
      const tx = txOn(client);
      const found = new Map(
        (
          await tx.rows<{ register: string; revision: number }>(sql`select register, revision from kernel.revision`)
        ).map((row) => [row.register, row.revision]),
      );
      const today = dayOf(clock());
      if (
        organisation === undefined ||
        organisation.day !== today ||
        found.get('organisation') !== revisions.get('organisation')
      ) {
        organisation = organisationOn(today, await loadOrganisation(tx, today));
      }
      if (found.get('standards') !== revisions.get('standards')) {
        valued = standards.withRows(await loadLocalStandards(tx), { onProblem: 'set-aside' });
      }
      revisions = found;
    } finally {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault;
      });
      client.release(broken);
    }
  }

  /** One look at a time. A caller who comes during one waits for a look that began after it came. */
  async function refresh(): Promise<void> {
    if (looking) await looking.catch(() => undefined);
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await looking;
  }

  await refresh();
  const timer = setInterval(() => void refresh().catch(onFault), every);
  timer.unref();
  return {
    organisation: () => organisation!,
    standards: () => valued,
    calendar: () => calendar,
    steps: () => steps,
    refresh,
    stop: () => clearInterval(timer),
  };
}
