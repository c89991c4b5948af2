import type { FastifyRequest } from 'fastify';

/**
 * Did a page of ours send this? Needed of every changing request that comes with a cookie (SEC-SE-07): Origin must be ours,
 * Sec-Fetch-Site, where sent, must say so too; a missing or `null` Origin is not believed.
 */
export function fromOurOwnPage(request: FastifyRequest): boolean {
  const origin = request.headers.origin;
  if (typeof origin !== 'string' || origin === 'null') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}
