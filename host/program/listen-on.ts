import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { StartRefused } from '../postgres/start-refused.ts';
import type { Settings } from './settings.ts';

type At = Pick<Settings, 'port' | 'host'>;

/** Opens the door of the server. @throws StartRefused `port-taken` */
export async function listenOn(server: FastifyInstance, { port, host }: At): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    throw inWords(error as NodeJS.ErrnoException, { port, host });
  }
}

/** A port that another program has is told at once, and not after a city was loaded. @throws StartRefused `port-taken` */
export function refuseTakenPort({ port, host }: At): Promise<void> {
  return new Promise((done, fail) => {
    const trial = createServer();
    trial.once('error', (error) => fail(inWords(error, { port, host })));
    trial.listen({ port, host }, () => trial.close(() => done()));
  });
}

function inWords(error: NodeJS.ErrnoException, { port, host }: At): Error {
  const why = {
    EADDRINUSE: ['已被另一个程序占用', 'is taken by another program'],
    EACCES: ['不准使用', 'may not be used'],
  }[error.code ?? ''];
  if (!why) return error;
  return new StartRefused('port-taken', {
    zh: `${host}:${port} ${why[0]}。请用 OPENGOA_PORT 另指端口。`,
    en: `${host}:${port} ${why[1]}. Name another port with OPENGOA_PORT.`,
  });
}
