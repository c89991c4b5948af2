import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { notFound, refuse } from '@opengoa/kernel';
import { feedKey, openFeed, type Kernel } from '@opengoa/kernel/host';
import { problemOf, sendProblem } from './problem.ts';

const HOUR_MS = 3_600_000;
const MOST_KEPT = 20_000;

/** So many an hour under one name; what is counted is bounded itself. */
function countedByTheHour() {
  let hour = 0;
  let counts = new Map<string, number>();
  return (name: string, now: number): number => {
    const at = Math.floor(now / HOUR_MS);
    if (at !== hour || counts.size > MOST_KEPT) [hour, counts] = [at, new Map()];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}

/**
 * `GET /calendar/<secret>.ics`: a person's calendar for programs that know no sign-in. The secret is the right; it is in no log, and an address that is
 * nobody's, was revoked or belongs to a closed account is answered alike.
 */
export function serveCalendar(server: FastifyInstance, kernel: Kernel): void {
  const fetched = countedByTheHour();
  const missed = countedByTheHour();
  server.get('/calendar/:secret', async (request, reply) => {
    const { secret } = request.params as { secret: string };
    const now = kernel.clock().getTime();
    const day = kernel.registers.organisation('').day;
    const limit = (item: string) => kernel.registers.standards().numberOn('kernel.calendar-feed', day, [], { item });
    const refused = (refusal: ReturnType<typeof refuse>) =>
      sendProblem(reply, problemOf(kernel, 'kernel', refusal, request.id));
    const tooOften = () => refused(refuse('too-often', {}, { status: 429 }));
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(secret)?.[1] ?? '';
    if (token !== '' && fetched(feedKey(token), now) > limit('fetches-an-hour')) return tooOften();
    const content = await openFeed(kernel, token);
    if (content === null) return missed(request.ip, now) > limit('misses-an-hour') ? tooOften() : refused(notFound());
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
    if (known.includes(etag)) return reply.code(304).send();
    return reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="opengoa.ics"',
      })
      .send(content);
  });
}
