import { refuse, endTasksOf, verb } from '@opengoa/kernel';
import { ExcessExplained, ExplainExcess } from './contract.ts';
import { excessObject, lockExcess, taskOf } from './excess-store.ts';

/** 说明超定额情况: why the year goes above, and what is done about it (公共机构节能条例: 超过能源消费定额的，应当作出说明). */
export const explainExcess = verb('energy.explain-excess', {
  title: { zh: '说明超定额情况', en: 'Explain the excess' },
  input: ExplainExcess,
  who: ['energy-clerk', 'head'],
  on: 'energy.excess',
  facts: [ExcessExplained],
  refusals: ['excess-answered'],
  load: async (tx, { excess: id }) => ({ excess: await lockExcess(tx, id), task: await taskOf(tx, id) }),
  at: ({ excess }) => ({ unit: excess.unit }),
  decide({ excess, task }, { reason, measures }, context) {
    if (excess.state !== 'open') return refuse('excess-answered', {}, { status: 409 });
    const object = excessObject(excess);
    return [
      ExcessExplained.of({ object, unit: excess.unit, body: { reason, measures } }),
      ...endTasksOf({ object, unit: excess.unit }, [task], context),
    ];
  },
});
