import type { FastifyRequest } from 'fastify';

/**
 * Did a page of ours send this? Needed of every changing request that comes with a cookie (SEC-SE-07): Origin must be ours,
 * Sec-Fetch-Site, where sent, must say so too; a missing or `null` Origin is not believed.
 */
export function fromOurOwnPage(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { host, protocol } = new URL(origin);
  // The host as the browser wrote it: that of the request, or what a declared proxy says it was (SEC-IN-15).
  return host === request.host.toLowerCase() && (protocol === 'https:' || request.protocol === 'http');
}
