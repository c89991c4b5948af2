import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { assetFacet, cardOf, cardRefusal, isClass } from './card.ts';
import { lockCard, numbersTaken, serialsBorne, signsOfSerial } from './card-store.ts';
import { CardChanged, ChangeCard } from './contract.ts';

/** 变更资产卡片: what was written wrong or has become known since. Where a thing is and who has it changes by papers. */
export const changeCard = verb('assets.change-card', {
  title: { zh: '变更', en: 'Change' },
  input: ChangeCard,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [CardChanged],
  refusals: [
    'card-by-facet',
    'card-on-the-way',
    'not-now',
    'stale-version',
    'card-number-taken',
    'serial-in-unit',
    'class-unknown',
    'day-ahead',
  ],
  async load(tx, { card: id, number, serial = '', serialTwice }) {
    const card = await lockCard(tx, id);
    const other = number !== undefined && number !== card.number;
    const taken = other && (await numbersTaken(tx, [{ unit: card.unit, number }])).size > 0;
    const bears = serial.toUpperCase();
    const newly = bears.length >= signsOfSerial && bears !== card.serial.toUpperCase() && !serialTwice;
    const borne = newly ? await serialsBorne(tx, [{ unit: card.unit, serial }]) : undefined;
    const byPaper =
      card.state === 'in-repair' &&
      (await tx.maybe(sql`
        select 1 from assets.paper_line l join assets.paper p on (p.node_id, p.id) = (l.node_id, l.paper_id)
         where l.card_id = ${id} and p.kind = 'repair' and p.state = 'open' limit 1`)) !== undefined;
    return { card, taken, byPaper, twin: borne?.get(`${card.unit} ${bears}`) };
  },
  at: ({ card }) => ({ unit: card.unit }),
  decide({ card, taken, byPaper, twin }, { card: _card, version, serialTwice: _looked, ...change }, context) {
    const closed = cardRefusal(card, 'assets.change-card');
    if (closed) return closed;
    if (version !== card.version) return stale({ version: card.version });
    if (taken) return refuse('card-number-taken', { number: change.number }, { status: 409 });
    if (twin !== undefined) return refuse('serial-in-unit', { serial: change.serial, number: twin }, { status: 409 });
    if (change.class !== undefined && !isClass(change.class, context))
      return refuse('class-unknown', { class: change.class });
    if (change.acquiredOn !== undefined && change.acquiredOn > context.today)
      return refuse('day-ahead', { day: change.acquiredOn });
    // A thing that is lent, in repair or in the warehouse comes out of it by its paper.
    const { state, ...rest } = change;
    const fixed = card.state === 'lent' || byPaper || card.state === 'pooled';
    return [
      CardChanged.of({
        object: cardOf(card),
        unit: card.unit,
        body: state === undefined || fixed ? rest : { ...rest, state },
        facets: assetFacet(card.id, (fixed ? undefined : state) ?? card.state),
      }),
    ];
  },
});
