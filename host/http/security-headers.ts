import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** One policy for every answer (SEC-WB-01): nothing inline but what carries this answer's nonce, nothing from elsewhere. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'report-uri /api/csp-reports',
  ].join('; ');

/** A fresh nonce for a page whose styles are made in the browser. */
export const newNonce = (): string => randomBytes(16).toString('base64');

export function setPolicy(reply: FastifyReply, nonce: string): void {
  reply.header('content-security-policy', policy(nonce));
}

/** Headers of every answer, refusals and faults included (SEC-WB-02). */
export function withSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    setPolicy(reply, 'none');
    reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(self), geolocation=(), microphone=()');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
