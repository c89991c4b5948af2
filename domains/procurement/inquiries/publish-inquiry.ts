import { newId, refuse, verb } from '@opengoa/kernel';
import { explain } from '@opengoa/kernel/standards';
import { z } from 'zod';
import { InquiryPublished, PublishInquiry } from '../contract.ts';
import { methods } from '../words.zh.ts';
import { noticesOf, thresholdVerdicts } from './inquiry-limits.ts';
import { inquiryNumber, nextNumber } from './inquiry-store.ts';
import { inquiryOf } from './inquiry.ts';

/** 发布询价: what is asked for, of whom, by which rule and until when. Only a confirmed threshold stops it. */
export const publishInquiry = verb('procurement.publish-inquiry', {
  title: { zh: '发布询价', en: 'Publish an inquiry' },
  input: PublishInquiry,
  who: ['clerk'],
  facts: [InquiryPublished],
  refusals: ['unit-unknown', 'deadline-past', 'method-needs-reason', 'over-open-limit'],
  result: z.strictObject({ inquiry: z.uuid(), number: z.string() }),
  load: async (tx, { unit }, { organisation, today }) => {
    const year = Number(today.slice(0, 4));
    return { id: newId(), unit: organisation.unit(unit), number: inquiryNumber(year, await nextNumber(tx, year)) };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, unit, number }, { unit: _unit, ...input }, context) {
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    if (new Date(input.deadline) <= context.now) return refuse('deadline-past');
    if (input.method !== 'open' && input.reason === '') return refuse('method-needs-reason');
    const { openTender, dispersed } = thresholdVerdicts({ unit: unit.id, ...input }, context);
    // A public inquiry is open to all already: for it the threshold is only told.
    if (openTender?.outcome === 'block' && input.method !== 'open')
      return refuse('over-open-limit', {
        observed: (input.estimateFen / 100).toFixed(2),
        method: methods[input.method],
        explained: explain(openTender),
      });
    return {
      facts: [
        InquiryPublished.of({
          object: inquiryOf({ id }),
          unit: unit.id,
          body: { ...input, number, notices: noticesOf([openTender, dispersed]) },
        }),
      ],
      result: { inquiry: id, number },
    };
  },
});
