import { caseRefusals, isRefusal, stale, verb } from '@opengoa/kernel';
import { basisOf } from './basis-of.ts';
import { RequestRevised, ReviseRequest } from './contract.ts';
import { inApproval, moveCase } from './request-case.ts';
import { requestOf, summaryOf } from './request.ts';

/** 修改后再次申请: what was sent back is mended and goes on under its number; how the unit stands is taken anew. */
export const reviseRequest = verb('space.revise-request', {
  title: { zh: '修改后再次申请', en: 'Revise and ask again' },
  input: ReviseRequest,
  who: ['self'],
  facts: [RequestRevised],
  refusals: ['not-now', ...caseRefusals, 'stale-version'],
  ...inApproval,
  async load(tx, input, context) {
    const known = await inApproval.load(tx, input);
    return { ...known, basis: await basisOf(tx, known.request.unit, context) };
  },
  decide({ basis, ...known }, { request: _id, version, ...wanted }, context) {
    const { request } = known;
    if (request.version !== version) return stale({ version: request.version });
    const summary = `${request.number} ${summaryOf(wanted, context.organisation.unit(request.unit)?.name ?? '')}`;
    const attributes = { people: wanted.people, needM2: wanted.needM2 };
    const moved = moveCase(known, 'space.revise-request', { kind: 'resubmit', attributes, summary }, context);
    if (isRefusal(moved)) return moved;
    return [
      RequestRevised.of({ object: requestOf(request), unit: request.unit, body: { ...wanted, basis } }),
      ...moved,
    ];
  },
});
