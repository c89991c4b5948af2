import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { LabelMade, MakeLabels } from './contract.ts';
import { labelledKind, labelsOn } from './label.ts';
import { labelKeepers, nowhere, thingsKept } from './label-keepers.ts';

/** 制作标签: gives things their code. What has one keeps it, so that asking twice makes no second. */
export const makeLabels = verb('kernel.make-labels', {
  title: { zh: '制作标签', en: 'Make labels' },
  input: MakeLabels,
  who: labelKeepers,
  facts: [LabelMade],
  refusals: ['label-thing-not-there'],
  async load(tx, { kind, objects }, context) {
    const wanted = [...new Set(objects)];
    const things = await thingsKept(tx, labelledKind(context, kind), wanted, context);
    const labelled = new Set((await labelsOn(tx, wanted)).map(({ object }) => object));
    return { wanted, things, labelled };
  },
  at: ({ things }) => (things.length > 0 ? things.map(({ unit }) => ({ unit })) : nowhere),
  decide({ wanted, things, labelled }, { kind }) {
    if (things.length < wanted.length)
      return refuse('label-thing-not-there', { count: wanted.length - things.length }, { status: 404 });
    return things
      .filter(({ id }) => !labelled.has(id))
      .map(({ id, unit }) =>
        LabelMade.of({ object: { kind: 'label', id: newId() }, unit, body: { kind, object: id } }),
      );
  },
});
