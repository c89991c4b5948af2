import { verb } from '@opengoa/kernel';
import { ChooseWay, WayChosen } from './contract.ts';
import { endTask } from './request-case.ts';
import { findOpenTask, lockRequest, ruledOutOf } from './request-store.ts';
import { requestMoves, requestOf, requestPlace } from './request.ts';
import { wayOrder, wayRefusal } from './way-order.ts';

/** 转入置换、租用或建设: allowed once every way before it was ruled out. What follows goes its own way; the request tells by which paper. */
export const chooseWay = verb('space.choose-way', {
  title: { zh: '转入其他配置方式', en: 'Provide it otherwise' },
  input: ChooseWay,
  who: ['space-clerk'],
  on: 'space.request',
  facts: [WayChosen],
  refusals: ['not-now', 'way-ruled-out', 'earlier-way-open'],
  object: ({ request }) => request,
  load: async (tx, { request }) => ({
    request: await lockRequest(tx, request),
    ruledOut: await ruledOutOf(tx, request),
    task: await findOpenTask(tx, request),
  }),
  at: ({ request }) => requestPlace(request),
  decide({ request, ruledOut, task }, { way, paper, said }, context) {
    const closed = requestMoves.refusal(request.state, 'space.choose-way');
    if (closed) return closed;
    const early = wayRefusal(way, wayOrder(context, request.unit), ruledOut);
    if (early) return early;
    return [
      WayChosen.of({ object: requestOf(request), unit: request.unit, body: { way, paper, said } }),
      ...endTask(request, task, context),
    ];
  },
});
