import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { newNonce, setPagePolicy, setWorkerPolicy } from './security-headers.ts';

/** What labels lead to: a light page for anybody, without the house behind it. */
const ofLabels = /^\/r(?:\/|$)/;

/** The web pages: built files with their compressed siblings, and one page for every address that is not a file (the shell finds its own way). */
export async function servePages(server: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) return;
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const report = readFileSync(join(dist, 'report.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: join(dist, '_built'),
    // No room is called so: `/assets/…` is the office of assets.
    prefix: '/_built/',
    index: false,
    // `x.js.br` and `x.js.gz` lie beside `x.js` since the build: nothing is packed while somebody waits.
    preCompressed: true,
    decorateReply: false,
    dotfiles: 'ignore',
    immutable: true,
    maxAge: '365d',
  });
  const worker = join(dist, 'kept-pages.js');
  if (existsSync(worker)) {
    const source = readFileSync(worker, 'utf8');
    server.get('/kept-pages.js', async (_request, reply) => {
      setWorkerPolicy(reply);
      return reply.type('text/javascript; charset=utf-8').send(source);
    });
  }
  server.get('/*', async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (/^\/api(?:\/|$)/i.test(path) || /\.[a-z0-9]{1,8}$/i.test(path)) return reply.callNotFound();
    const nonce = newNonce();
    setPagePolicy(reply, nonce);
    return reply
      .type('text/html; charset=utf-8')
      .send((ofLabels.test(path) ? report : page).replaceAll('__NONCE__', nonce));
  });
}
