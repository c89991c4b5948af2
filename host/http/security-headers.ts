import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** What every answer forbids, whatever it is. */
const never = ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", 'report-uri /api/csp-reports'];

/** An answer that is no page loads and runs nothing at all. */
const answerPolicy = ["default-src 'none'", "form-action 'none'", ...never].join('; ');

/** A page loads from its own origin; nothing runs inline but styles that carry this answer's nonce (SEC-WB-01, SEC-WB-04). */
const pagePolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // Our own answers alone, of which only the preview of a PDF lets itself be framed.
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    ...never,
  ].join('; ');

/** Headers of every answer, refusals, faults and broken requests included (SEC-WB-02). What may be kept says so itself. */
export const everyAnswer: Readonly<Record<string, string>> = {
  'content-security-policy': answerPolicy,
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

/** A fresh nonce for a page whose styles are made in the browser. */
export const newNonce = (): string => randomBytes(16).toString('base64');

export function setPagePolicy(reply: FastifyReply, nonce: string): void {
  void reply.header('content-security-policy', pagePolicy(nonce));
}

/** What keeps pages asks our own origin and runs nothing else. */
const workerPolicy = ["default-src 'none'", "connect-src 'self'", "form-action 'none'", ...never].join('; ');

export function setWorkerPolicy(reply: FastifyReply): void {
  void reply.header('content-security-policy', workerPolicy);
}

export function withSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers(everyAnswer);
  });
}
