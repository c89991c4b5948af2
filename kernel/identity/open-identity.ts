import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { BlockList, isIP } from 'node:net';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { boundedQueue, type BoundedQueue, type BoundedQueueSize } from './bounded-queue.ts';
import { type IdentitySettings, identitySettings } from './identity-settings.ts';
import { aside, findKey, findSession, type FoundKey, type FoundSession } from './identity-store.ts';
import { dayOf } from '../calendar/calendar.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { StandardSet } from '../standards/standards.ts';
import { type OidcClient, oidcClient, type OidcProvider } from './oidc-client.ts';
import type { WorkApp } from './work-app.ts';
import { workAppClient } from './work-app-client.ts';
import { passwordHasher, type PasswordHasher } from './password-hash.ts';

export interface IdentityOptions {
  /** Bounds of the hashing queue (SEC-ID-06). */
  readonly queue?: Partial<BoundedQueueSize>;
  /** Addresses and networks (`10.1.0.0/16`) from which the three officers may work; left out, from anywhere (SEC-TA-07). */
  readonly officerAddresses?: readonly string[];
  /** Milliseconds for which a session looked up once is believed; together with the notification this keeps SEC-SE-04's second. */
  readonly believeMs?: number;
  /** Milliseconds between writes of activity. */
  readonly activityMs?: number;
  /** Providers of sign-in besides the own passwords. */
  readonly oidc?: readonly OidcProvider[];
  /** Platforms inside whose apps our pages are shown: WeCom, DingTalk. */
  readonly workApps?: readonly WorkApp[];
  readonly onFault?: (fault: Error) => void;
}

/** What proves people and remembers for a moment who they are. One per process. */
export interface Identity {
  readonly kernel: Kernel;
  readonly hasher: PasswordHasher;
  readonly queue: Pick<BoundedQueue, 'figures'>;
  /** Standards in force today at the unit, or of the nation. */
  settings(unit?: Id): IdentitySettings;
  officerMayComeFrom(address: string | null): boolean;
  /** 24 bits that the same password gives again, from a key that never leaves: enough to count, too few to find it by (SEC-ID-08). */
  printOf(password: string): number;
  session(tokenHash: Buffer): Promise<FoundSession | null>;
  key(keyHash: Buffer): Promise<FoundKey | null>;
  /** Notes that somebody was active; written together every few seconds. */
  active(session: Id, at: Date): void;
  activeAt(session: Id, stored: Date): Date;
  readonly oidc: ReadonlyMap<string, OidcClient>;
  /** Nothing looked up before counts any longer. */
  forget(): void;
  /** Called when sessions were ended somewhere, so that open streams close (SEC-SE-04). */
  onEnded(listener: () => void): () => void;
  stop(): Promise<void>;
}

const rememberedMax = 20_000;

/** Opens the room's doors over an assembled kernel. */
export function openIdentity(kernel: Kernel, options: IdentityOptions = {}): Identity {
  const running = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));
  const queue = boundedQueue({ running, waiting: 64, waitingPerOrigin: 16, patienceMs: 8000, ...options.queue });
  const declared = options.officerAddresses && networksOf(options.officerAddresses);
  const believeMs = options.believeMs ?? 400;
  const fault = options.onFault ?? (() => undefined);
  const remembered = new Map<string, { at: number; found: Promise<unknown> }>();
  const activity = new Map<Id, Date>();
  const unwritten = new Map<Id, Date>();
  const listeners = new Set<() => void>();
  let printSalt: string | undefined;
  // Asked with every request: looked up once for each unit, as long as day, standards and tree stay the same.
  let settled:
    | { day: string; standards: StandardSet; organisation: Organisation; byUnit: Map<Id | undefined, IdentitySettings> }
    | undefined;

  function look<T>(kind: string, hash: Buffer, ask: () => Promise<T>): Promise<T> {
    const name = kind + hash.toString('base64');
    const now = performance.now();
    const known = remembered.get(name);
    if (known && now - known.at < believeMs) return known.found as Promise<T>;
    if (remembered.size >= rememberedMax) remembered.clear();
    const found = ask();
    remembered.set(name, { at: now, found });
    found.catch(() => remembered.delete(name));
    return found;
  }

  async function write(): Promise<void> {
    if (unwritten.size === 0) return;
    const rows = [...unwritten].map(([id, at]) => ({ id, at: at.toISOString() }));
    unwritten.clear();
    await aside(kernel, null, (tx) => tx.run(sql`select kernel.keep_activity(${JSON.stringify(rows)}::jsonb)`));
  }
  const writer = setInterval(() => void write().catch(fault), options.activityMs ?? 5000);
  writer.unref();

  function forget(): void {
    remembered.clear();
  }
  const ended = () => {
    forget();
    for (const listener of listeners) listener();
  };
  const watch = watchSessions(kernel, ended, fault);
  const today = () => dayOf(kernel.clock());

  return {
    kernel,
    hasher: passwordHasher(queue),
    queue,
    settings(unit) {
      const day = today();
      const standards = kernel.registers.standards();
      const organisation = kernel.registers.organisation(day);
      if (settled?.day !== day || settled.standards !== standards || settled.organisation !== organisation) {
        settled = { day, standards, organisation, byUnit: new Map() };
      }
      const known = settled.byUnit.get(unit);
      if (known) return known;
      const found = identitySettings(standards, day, unit === undefined ? [] : organisation.place(unit));
      settled.byUnit.set(unit, found);
      return found;
    },
    officerMayComeFrom: (address) =>
      declared === undefined ||
      (address !== null && isIP(address) !== 0 && declared.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')),
    printOf(password) {
      // The MAC of a fixed text is this node's secret for prints; it changes when the key is rotated, and then counting begins anew.
      printSalt ??= kernel.crypto.mac('opengoa password print', 'credential');
      return createHash('sha256').update(printSalt).update('\0').update(password).digest().readUIntBE(0, 3);
    },
    session: (hash) => look('session', hash, () => aside(kernel, null, (tx) => findSession(tx, hash, today()))),
    key: (hash) => look('key', hash, () => aside(kernel, null, (tx) => findKey(tx, hash, today()))),
    active(session, at) {
      if (activity.size >= rememberedMax) activity.clear();
      activity.set(session, at);
      unwritten.set(session, at);
    },
    activeAt(session, stored) {
      const here = activity.get(session);
      return here && here > stored ? here : stored;
    },
    oidc: new Map(
      [
        ...(options.oidc ?? []).map(oidcClient),
        ...(options.workApps ?? []).map((app) =>
          workAppClient(app, { outside: () => kernel.outside, now: () => kernel.clock() }),
        ),
      ].map((client) => [client.provider.id, client]),
    ),
    forget,
    onEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      clearInterval(writer);
      await write().catch(fault);
      await watch.stop();
    },
  };
}

function networksOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of addresses) {
    const [address = '', bits] = text.trim().split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new Error(`not an address or network: ${text}`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * Hears of ended sessions at once. A notification is only a hint: while the line is down, what was looked up is believed for less than
 * half a second anyway.
 */
function watchSessions(kernel: Kernel, heard: () => void, fault: (fault: Error) => void) {
  let stopped = false;
  let leave: (() => void) | undefined;
  let again: NodeJS.Timeout | undefined;
  async function listen(): Promise<void> {
    const client = await kernel.pool.connect();
    if (stopped) {
      client.release();
      return;
    }
    const lost = (error?: Error) => {
      if (!leave) return;
      leave = undefined;
      client.removeAllListeners('notification');
      client.release(error ?? true);
      heard();
      if (!stopped) retry();
    };
    leave = () => lost(new Error('stopped'));
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', heard);
    await client.query('listen opengoa_sessions');
  }
  function retry(): void {
    again = setTimeout(() => begin(), 1000);
    again.unref();
  }
  let beginning: Promise<void> = Promise.resolve();
  function begin(): void {
    beginning = listen().catch((error: Error) => {
      fault(error);
      if (!stopped) retry();
    });
  }
  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(again);
      await beginning;
      leave?.();
    },
  };
}
