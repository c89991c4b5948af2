import pino from 'pino';
import { readSettings } from '../program/settings.ts';
import { runProgram, type Part } from '../program/run-program.ts';
import type { Command } from './command.ts';

/** One line for a step, with the time it took when that was more than a second. */
function steps() {
  let began = Date.now();
  return (line: string) => {
    const took = (Date.now() - began) / 1_000;
    console.log(`  ${line}${took > 1 ? `  (${took.toFixed(1)} s)` : ''}`);
    began = Date.now();
  };
}

async function runParts(parts: readonly Part[], withPages: boolean, withDemo: boolean): Promise<number> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel === 'info' ? 'warn' : settings.logLevel }, pino.destination(2));
  const progress = steps();
  const began = Date.now();
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal));
  process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught'));
  process.on('unhandledRejection', (error) => log.error({ err: error as Error }, 'unhandled'));

  let pages: string | null = null;
  if (withPages) {
    const { buildWeb } = await import('@opengoa/web-shell/build');
    pages = await buildWeb({ progress });
  }
  const program = await runProgram({
    settings,
    log,
    progress,
    parts: new Set(parts),
    pages,
    ...(withDemo && settings.demo
      ? {
          before: async (house) => {
            const { loadDemo } = await import('../../demo/load-demo.ts');
            await loadDemo(house.kernel, { data: settings.data, progress, signal: stopping.signal });
          },
        }
      : {}),
  });
  if (program.address) {
    const { afterStart } = await import('../program/after-start.ts');
    console.log(await afterStart(program.house, settings, program.address, Date.now() - began));
  }
  await new Promise<void>((done) =>
    stopping.signal.aborted ? done() : stopping.signal.addEventListener('abort', () => done(), { once: true }),
  );
  console.log('正在停止… Stopping …');
  await program.stop();
  process.exit(0);
}

export const start: Command = {
  name: 'start',
  about: '启动全部:数据库、服务、后台与页面 · Start everything: database, server, worker, pages',
  options: {},
  run: () => runParts(['server', 'worker', 'sealer'], true, true),
};

export const server: Command = {
  name: 'server',
  about: '仅网页与接口 · Pages and API only',
  options: {},
  run: () => runParts(['server', 'sealer'], true, false),
};

export const worker: Command = {
  name: 'worker',
  about: '仅后台任务与封存 · Jobs, followers and sealer only',
  options: {},
  run: () => runParts(['worker', 'sealer'], false, false),
};

export const edge: Command = {
  name: 'edge',
  about: '仅设备接入 · Doors for devices only (no pages)',
  options: {},
  run: () => runParts(['server'], false, false),
};
