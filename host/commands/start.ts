import pino from 'pino';
import { refuseTakenPort } from '../program/listen-on.ts';
import { readSettings } from '../program/settings.ts';
import { runApart } from '../program/run-apart.ts';
import { runProgram, type Part } from '../program/run-program.ts';
import type { Command } from './command.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const stillEvery = 5_000;

/** One line as each step begins, with the seconds since the start; a step that takes long says that it goes on. */
function steps() {
  const began = Date.now();
  let told = Date.now();
  const tell = (line: string) => {
    const seconds = (Date.now() - began) / 1_000;
    console.log(`  ${seconds >= 1 ? `${seconds.toFixed(1).padStart(5)} s` : '       '}  ${line}`);
    told = Date.now();
  };
  const still = setInterval(() => {
    if (Date.now() - told >= stillEvery) tell('… 仍在进行 · going on');
  }, 1_000);
  return { tell, done: () => clearInterval(still), since: () => Date.now() - began };
}

async function runParts(parts: readonly Part[], withPages: boolean, withDemo: boolean): Promise<number> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel === 'info' ? 'warn' : settings.logLevel }, pino.destination(2));
  const { tell, done, since } = steps();
  const { signal, asked } = stopOnSignal();
  process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught'));
  process.on('unhandledRejection', (error) => log.error({ err: error as Error }, 'unhandled'));

  let program;
  const given = new AbortController();
  try {
    if (parts.includes('server')) await refuseTakenPort(settings);
    // The pages are built beside the database's start and the demo.
    const pages = withPages
      ? (runApart({
          file: 'build-pages-apart.ts',
          what: { zh: '网页构建', en: 'Building the web pages' },
          progress: tell,
          signal: AbortSignal.any([signal, given.signal]),
        }) as Promise<string>)
      : Promise.resolve(null);
    pages.catch(() => undefined);
    program = await runProgram({
      settings,
      log,
      progress: tell,
      parts: new Set(parts),
      pages,
      signal,
      ...(withDemo && settings.demo
        ? {
            before: async ({ kernel, registers }) => {
              const demo = await import('../../demo/load-demo.ts');
              if (!(await demo.wantsDemo(kernel, settings.data, tell))) return;
              await runApart({
                file: 'load-demo-apart.ts',
                what: { zh: '演示数据装入', en: 'Loading the demo' },
                progress: tell,
                signal,
              });
              await registers.refresh();
            },
          }
        : {}),
    });
  } catch (error) {
    given.abort();
    if (!signal.aborted) throw error;
    console.log('已停止 · stopped');
    return 0;
  } finally {
    done();
  }
  for (const [name, port] of Object.entries(program.devices)) tell(`设备接入 ${name} · devices at ${port}`);
  if (program.address) {
    const { afterStart } = await import('../program/after-start.ts');
    console.log(await afterStart(program, settings, since()));
    if (program.collector?.mqttPort != null)
      tell(`MQTT 设备接入端口 · devices by MQTT on port ${program.collector.mqttPort}`);
  } else tell('后台任务与封存已启动 · jobs, followers and sealer are running');
  await asked;
  console.log('正在停止… Stopping …');
  await program.stop();
  return 0;
}

export const start: Command = {
  name: 'start',
  about: '启动全部:数据库、服务、后台与页面 · Start everything: database, server, worker, pages',
  options: {},
  run: () => runParts(['server', 'worker', 'sealer', 'collector'], true, true),
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
  run: () => runParts(['server', 'collector'], false, false),
};
