import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { nextNumber } from '../papers/next-number.ts';
import { spotOfUnit, spotOr } from '../matching/unit-spot.ts';
import { DemandRaised, RaiseDemand } from './contract.ts';
import { demandOf } from './demand.ts';

/** 提出需求: what a unit lacks, before it thinks of buying. What lies idle in the tree is held beside it at once. */
export const raiseDemand = verb('assets.raise-demand', {
  title: { zh: '提出需求', en: 'Raise a demand' },
  input: RaiseDemand,
  who: ['assets-clerk', 'clerk'],
  facts: [DemandRaised],
  refusals: ['day-passed', 'period-backwards'],
  result: z.strictObject({ demand: z.uuid(), number: z.string() }),
  load: async (tx, { unit }, { today }) => ({
    id: newId(),
    number: await nextNumber(tx, 'demand', 'XQ', today),
    spot: await spotOfUnit(tx, unit),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, number, spot }, { unit, ...terms }, { today }) {
    if (terms.needBy < today) return refuse('day-passed', {}, { status: 422 });
    if (terms.until !== null && terms.until < terms.needBy) return refuse('period-backwards', {}, { status: 422 });
    return {
      facts: [DemandRaised.of({ object: demandOf(id), unit, body: { ...terms, ...spotOr(terms, spot), number } })],
      result: { demand: id, number },
    };
  },
});
