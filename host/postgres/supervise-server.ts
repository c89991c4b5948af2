import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Listening } from './addresses.ts';
import { makeRoomToStart } from './ballast.ts';
import { clusterPaths } from './cluster-folder.ts';
import { serverEnvironment } from './initialise-cluster.ts';
import { clearOrphan, clearSocket, readPidFile } from './orphan.ts';
import { signal } from './process-state.ts';
import { commandAs, dataArgument, type RunAs } from './run-as.ts';
import { defaults, serverSettings } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import { stopPostmaster } from './stop-cluster.ts';

/** What happened to the database under a running program. */
export type ServerEvent =
  | { readonly type: 'died'; readonly how: string }
  | { readonly type: 'back'; readonly afterMilliseconds: number }
  | { readonly type: 'given-up'; readonly why: string };

interface ServerOptions {
  readonly folder: string;
  readonly as: RunAs;
  readonly at: Listening;
  readonly durable: boolean;
  readonly connections?: number | undefined;
  readonly progress: (line: string) => void;
  readonly onEvent?: ((event: ServerEvent) => void) | undefined;
  readonly stopSeconds?: number | undefined;
  readonly settings?: Record<string, string> | undefined;
  readonly restarts?: { readonly most: number; readonly withinSeconds: number } | undefined;
}

export interface Server {
  pid(): number;
  stop(): Promise<void>;
}

/**
 * Runs the postmaster and keeps it running: one that dies is started again at once (it recovers from its log), one that keeps
 * dying is given up. The server is in a session of its own, so that Ctrl-C reaches the program alone, which then stops in order;
 * should the program end without stopping it, it is told to stop as the last act.
 *
 * @throws StartRefused `start-failed` when the first start does not succeed
 */
export async function superviseServer(options: ServerOptions): Promise<Server> {
  const realData = realpathSync(clusterPaths(options.folder).data);
  const allowed = options.restarts ?? defaults.restarts;
  const deaths: number[] = [];
  let child = await startServer(options);
  let stopping = false;
  let restarting: Promise<void> | undefined;

  const lastAct = () => child.pid !== undefined && child.exitCode === null && signal(child.pid, 'SIGINT');
  process.on('exit', lastAct);

  const watch = (watched: ChildProcess) =>
    watched.once('exit', (code, by) => {
      if (!stopping) restarting = restart(by ?? `exit ${code}`);
    });

  async function restart(how: string): Promise<void> {
    const began = Date.now();
    options.onEvent?.({ type: 'died', how });
    for (;;) {
      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - allowed.withinSeconds * 1000).length;
      if (recent > allowed.most) {
        options.onEvent?.({ type: 'given-up', why: `died ${recent} times in ${allowed.withinSeconds} s` });
        return;
      }
      await new Promise((done) => setTimeout(done, Math.min(2_000, 50 * 2 ** recent)));
      if (stopping) return;
      try {
        await clearOrphan(realData);
        child = await startServer(options);
        watch(child);
        options.onEvent?.({ type: 'back', afterMilliseconds: Date.now() - began });
        return;
      } catch (error) {
        options.onEvent?.({ type: 'died', how: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  watch(child);
  return {
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true;
      await restarting;
      process.off('exit', lastAct);
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        const gone = new Promise((done) => child.once('exit', done));
        await stopPostmaster(child.pid, realData, options.stopSeconds);
        await gone;
      }
    },
  };
}

/** Starts a postmaster and resolves when it takes connections; its own pid file says so, as it does for pg_ctl. */
async function startServer(options: ServerOptions): Promise<ChildProcess> {
  const { data, startLog } = clusterPaths(options.folder);
  makeRoomToStart(options.folder, options.progress);
  const settings = {
    ...serverSettings({ ...options.at, durable: options.durable, connections: options.connections }),
    ...options.settings,
  };
  const { command, args, uid, gid } = commandAs(options.as, 'postgres', [
    '-D',
    dataArgument(data),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  if (options.at.socketFolder !== undefined) clearSocket(options.at.socketFolder, options.at.port);
  const log = openSync(startLog, 'w', 0o600);
  const identity = uid === undefined ? {} : { uid, gid: gid! };
  const child = spawn(command, args, {
    cwd: data,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
    ...identity,
  });
  closeSync(log);
  const failed = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, by) => done(`${by ?? `exit ${code}`}`));
  });
  const why = await Promise.race([failed, whenReady(child, data, options.progress)]);
  if (why === 'ready') return child;
  if (child.pid !== undefined && child.exitCode === null) await stopPostmaster(child.pid, realpathSync(data), 1);
  throw new StartRefused(
    'start-failed',
    {
      zh: `数据库没有启动（${why}）。请查看 ${startLog} 和 ${data}/log。`,
      en: `The database did not start (${why}). See ${startLog} and ${data}/log.`,
    },
    lastWords(data, startLog),
  );
}

async function whenReady(child: ChildProcess, data: string, progress: (line: string) => void): Promise<string> {
  const began = Date.now();
  let told = began;
  while (child.exitCode === null && child.signalCode === null) {
    const file = readPidFile(data);
    if (file?.ready && file.pid === child.pid) return 'ready';
    const seconds = Math.round((Date.now() - began) / 1000);
    if (Date.now() - told > 1_000) {
      progress(`数据库正在启动或恢复 · the database is starting or recovering … ${seconds} s`);
      told = Date.now();
    }
    if (seconds > recoverySecondsMost) return `not ready after ${seconds} s`;
    await new Promise((done) => setTimeout(done, 20));
  }
  return 'ended';
}

/** Recovery after a crash reads at most `max_wal_size` of log; ten minutes is a machine that cannot do it. */
const recoverySecondsMost = 600;

/** The end of what the server wrote: first to its starter, then to the newest file of its log. */
function lastWords(data: string, startLog: string): string {
  const folder = join(data, 'log');
  const logs = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const newest = logs.toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs).slice(0, 1);
  return [startLog, ...newest].flatMap((path) => readFileSync(path, 'utf8').trim().split('\n').slice(-8)).join('\n');
}
