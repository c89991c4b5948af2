import { refuse, verb } from '@opengoa/kernel';
import { DependencyEnded, EndDependency } from './contract.ts';
import { lockNeed } from './part-store.ts';

/** 终止依赖: from a day on it is no longer needed; ended on the day it began, it never was. */
export const endDependency = verb('risk-centre.end-dependency', {
  title: { zh: '终止依赖', en: 'End a dependency' },
  input: EndDependency,
  who: ['risk-officer'],
  facts: [DependencyEnded],
  refusals: ['dependency-over', 'ends-before-it-began'],
  load: (tx, { need }) => lockNeed(tx, need),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, since, until: over }, { until: asked }) {
    const until = asked ?? since;
    if (over !== null) return refuse('dependency-over', { day: over }, { status: 409 });
    if (until < since) return refuse('ends-before-it-began', { day: since });
    return [DependencyEnded.of({ object: { kind: 'risk-centre.need', id }, unit, body: { until } })];
  },
});
