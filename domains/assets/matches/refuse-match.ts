import { notFound, inScope, newId, refuse, sql, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { MatchRefused, RefuseMatch } from './contract.ts';
import { matchOf } from './demand.ts';
import { demandsWhere, idleWhere, inStoreForAll } from './question.ts';

const who = ['assets-clerk', 'clerk'] as const;

/**
 * 不采用: one side says why a pair does not do. It is left out of what is offered and of plans until a day of the standard; whoever is above sees the
 * reasons and follows them up.
 */
export const refuseMatch = verb('assets.refuse-match', {
  title: { zh: '不采用', en: 'Refuse the match' },
  input: RefuseMatch,
  who,
  facts: [MatchRefused],
  refusals: ['not-found', 'demand-closed', 'offer-not-there', 'say-more'],
  object: ({ demand }) => demand,
  async load(tx, { demand: id, offer }, context) {
    const reach = (row: string) => inScope(context, who, `${row}.unit_id`);
    const [demand] = await demandsWhere(tx, sql`d.id = ${id} and (d.reach = 'tree' or ${reach('d')})`);
    const [idle] = await idleWhere(tx, sql`o.id = ${offer} and (${inStoreForAll} or ${reach('o')})`, context.today);
    return { id: newId(), demand, idle };
  },
  at: ({ demand, idle }, { side }, { actor }) => ({
    unit: (side === 'receiver' ? demand?.unit : idle?.unit) ?? actor.unit ?? '',
  }),
  decide({ id, demand, idle }, { side, reason, said }, { standards, organisation, today }) {
    if (!demand) return notFound();
    if (demand.state !== 'open') return refuse('demand-closed', {}, { status: 409 });
    if (!idle) return refuse('offer-not-there', {}, { status: 409 });
    if (reason === 'other' && said === '') return refuse('say-more', {}, { status: 422 });
    const days = standards.numberOn('assets.pool-days', today, organisation.place(demand.unit), { item: 'ask-again' });
    return [
      MatchRefused.of({
        object: matchOf(id),
        unit: demand.unit,
        body: {
          demand: demand.id,
          offer: idle.id,
          giver: idle.unit,
          name: idle.name,
          needed: demand.name,
          measure: idle.measure,
          side,
          reason,
          said,
          askAgainOn: addDays(today, days),
        },
      }),
    ];
  },
});
