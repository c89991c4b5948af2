import type { FastifyInstance } from 'fastify';
import { refuse } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import type { Counter } from 'prom-client';
import { problemOf, sendProblem } from './problem.ts';

/** Directives of our own policies; anything else a report may say is counted as `other`, so that strangers make no new series. */
const directives = new Set([
  'default-src',
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'font-src',
  'connect-src',
  'manifest-src',
  'worker-src',
  'object-src',
  'base-uri',
  'form-action',
  'frame-ancestors',
]);

const mostBytes = 16_384;
const mostASecond = 50;

/**
 * `POST /api/csp-reports`: what browsers say was blocked by our policy (SEC-WB-01). Anybody may send one, so it is counted and not kept,
 * bounded in size and number, and nothing of its text goes anywhere.
 */
export function serveCspReports(server: FastifyInstance, kernel: Kernel, blocked: Counter<'directive'>): void {
  let second = 0;
  let taken = 0;
  void server.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser(
      ['application/csp-report', 'application/reports+json', 'application/json'],
      { parseAs: 'string', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    );
    inner.post('/api/csp-reports', { bodyLimit: mostBytes }, async (request, reply) => {
      const now = Math.floor(Date.now() / 1_000);
      if (now !== second) [second, taken] = [now, 0];
      if ((taken += 1) > mostASecond)
        return sendProblem(reply, problemOf(kernel, 'kernel', refuse('too-often', {}, { status: 429 }), request.id));
      for (const directive of directivesIn(String(request.body ?? '')))
        blocked.inc({ directive: directives.has(directive) ? directive : 'other' });
      return reply.code(204).send();
    });
  });
}

/** Old form: one object under `csp-report`; new form: a list of reports. */
function directivesIn(text: string): string[] {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return ['other'];
  }
  return (Array.isArray(said) ? said.slice(0, 20) : [said]).map((one: unknown) => {
    const report = (one as { 'csp-report'?: unknown; body?: unknown } | null) ?? {};
    const body = (report['csp-report'] ?? report.body ?? {}) as Record<string, unknown>;
    const word = body['effective-directive'] ?? body['effectiveDirective'] ?? body['violated-directive'];
    return typeof word === 'string' ? word.split(' ', 1)[0]! : 'other';
  });
}
