import { verb } from '@opengoa/kernel';
import { DeclineRequest, RequestRefused } from './contract.ts';
import { endTask } from './request-case.ts';
import { findOpenTask, lockRequest } from './request-store.ts';
import { requestMoves, requestOf, requestPlace } from './request.ts';

/** 不予配置: approved in principle, but nothing is provided, and why. */
export const declineRequest = verb('space.decline-request', {
  title: { zh: '不予配置', en: 'Decline' },
  input: DeclineRequest,
  who: ['space-clerk'],
  on: 'space.request',
  facts: [RequestRefused],
  refusals: ['not-now'],
  object: ({ request }) => request,
  load: async (tx, { request }) => ({
    request: await lockRequest(tx, request),
    task: await findOpenTask(tx, request),
  }),
  at: ({ request }) => requestPlace(request),
  decide({ request, task }, { reason }, context) {
    const closed = requestMoves.refusal(request.state, 'space.decline-request');
    if (closed) return closed;
    return [
      RequestRefused.of({
        object: requestOf(request),
        unit: request.unit,
        body: { opinion: reason },
        why: reason,
      }),
      ...endTask(request, task, context),
    ];
  },
});
