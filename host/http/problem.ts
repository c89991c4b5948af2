import type { FastifyReply } from 'fastify';
import { fillWords } from '@opengoa/kernel';
import type { Problem } from '@opengoa/kernel/contract';
import type { Refusal } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';

export const retryAfterSeconds: Readonly<Record<number, string>> = { 429: '30', 503: '2' };

/** A refusal as RFC 9457 says it: stable type, Chinese wording, what is possible instead; nothing about SQL, files or versions. */
export function problemOf(kernel: Kernel, room: string, refusal: Refusal, requestId: string): Problem {
  const words = kernel.refusals.get(`${room}/${refusal.code}`) ?? kernel.refusals.get(`kernel/${refusal.code}`);
  const told = words ? fillWords(words, refusal.data) : { zh: '无法办理,请稍后再试。', en: 'It cannot be done now.' };
  const { fields, ...data } = refusal.data as { fields?: Problem['fields'] };
  return {
    type: `urn:opengoa:refusal:${refusal.code}`,
    title: told.zh,
    status: refusal.status,
    code: refusal.code,
    message: told.zh,
    messageEn: told.en,
    requestId,
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(refusal.possible ? { possible: refusal.possible } : {}),
    ...(fields ? { fields } : {}),
  };
}

/** Sends the refusal; "not found" carries nothing else, so that a foreign thing and none look alike (SEC-AC-04). */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const retry =
    typeof problem.data?.['retryAfter'] === 'number'
      ? String(problem.data['retryAfter'])
      : retryAfterSeconds[problem.status];
  if (retry) reply.header('retry-after', retry);
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
