import { refuse, verb } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { CardMarkedIdle, MarkIdle } from './contract.ts';
import { lockCard, signsOf } from './idle-store.ts';

/** 认定闲置: from here it may be offered to the warehouse. Not while a sign of use, or the unit’s answer, is younger than the days of the standard. */
export const markIdle = verb('assets.mark-idle', {
  title: { zh: '认定闲置', en: 'Mark as idle' },
  input: MarkIdle,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [CardMarkedIdle],
  refusals: ['not-to-be-idle', 'in-use-after-all'],
  object: ({ card }) => card,
  load: async (tx, { card: id }) => ({ card: await lockCard(tx, id), signs: await signsOf(tx, id) }),
  at: ({ card }) => ({ unit: card.unit }),
  decide({ card, signs }, _input, { now, today, standards }) {
    if (card.facet !== null || !['in-stock', 'in-use'].includes(card.state))
      return refuse('not-to-be-idle', { number: card.number }, { status: 409 });
    const days = standards.numberOn('assets.idle', today, [], { item: 'quiet' });
    // A scan says that it is there, not that it is used; power of a room with several things may be that of another.
    const used = signs.flatMap(({ kind, weak, lastAt }) =>
      kind === 'scan' || weak || lastAt === null ? [] : [lastAt.getTime()],
    );
    const last = used.length === 0 ? null : new Date(Math.max(...used));
    if (last !== null && now.getTime() - last.getTime() < days * 86_400_000)
      return refuse('in-use-after-all', { day: dayOf(last), days }, { status: 409 });
    return [
      CardMarkedIdle.of({
        object: { kind: 'assets.card', id: card.id },
        unit: card.unit,
        body: { lastSign: last?.toISOString() ?? null },
        facets: { asset: { kind: 'assets.card', id: card.id, state: 'idle' } },
      }),
    ];
  },
});
