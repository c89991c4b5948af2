import type { FastifyInstance } from 'fastify';
import { WrongMediaType } from './fault-refusal.ts';

/**
 * Routes whose body is a file: it is not read before the caller is known, and then piece by piece. Only these media types are taken, none
 * of which a page elsewhere can send by a form (SEC-IN-02).
 */
export function withRawBodies(
  server: FastifyInstance,
  types: readonly string[],
  routes: (inner: FastifyInstance) => void,
): void {
  void server.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    for (const type of types)
      inner.addContentTypeParser(type, (request, payload, done) => {
        const packed = request.headers['content-encoding'];
        if (packed !== undefined && packed !== 'identity') done(new WrongMediaType());
        else done(null, payload);
      });
    routes(inner);
  });
}
