import { expect, test } from 'vitest';
import { type Card, cardMoves, cardRefusal, offersFor } from './card.ts';
import { paperNow } from './screens/paper-now.ts';

const card = {
  number: 'ZC-1',
  state: 'in-stock',
  facetKind: null,
  handedTo: null,
  handedUnit: null,
} as Card;

test('what is in stock may be issued; what is disposed of is over', () => {
  expect(cardRefusal(card, 'assets.issue-cards')).toBeUndefined();
  expect(cardMoves.from('disposed')).toEqual([]);
  expect(cardRefusal({ ...card, state: 'disposed' }, 'assets.issue-cards')).toMatchObject({
    code: 'not-now',
    status: 409,
  });
});

test('what is lent comes back before anything else', () => {
  expect(cardRefusal({ ...card, state: 'lent' }, 'assets.propose-disposal')).toMatchObject({ code: 'not-now' });
  expect(cardRefusal({ ...card, state: 'lent' }, 'assets.return-cards')).toBeUndefined();
});

test('a thing of another office is changed there', () => {
  expect(cardRefusal({ ...card, facetKind: 'vehicles.vehicle' }, 'assets.change-card')).toMatchObject({
    code: 'card-by-facet',
  });
});

test('what waits for a signature waits', () => {
  expect(cardRefusal({ ...card, handedTo: 'someone' }, 'assets.move-cards')).toMatchObject({ code: 'card-on-the-way' });
});

test('what ends with its paper is not offered on the card, which leads to that paper', () => {
  const offered = (state: 'in-repair' | 'awaiting-disposal') =>
    offersFor({ unit: 'u', state, facetKind: null, onTheWay: false }).verbs;
  expect(offered('in-repair')).toEqual(expect.arrayContaining(['assets.change-card']));
  for (const verb of ['assets.end-repair', 'assets.withdraw-disposal', 'assets.finish-disposal'])
    expect([...offered('in-repair'), ...offered('awaiting-disposal')]).not.toContain(verb);
  const life = [
    { kind: 'move', state: 'done', number: 'Y-3' },
    { kind: 'repair', state: 'open', number: 'W-2' },
    { kind: 'repair', state: 'done', number: 'W-1' },
  ];
  expect(paperNow('in-repair', life)?.number).toBe('W-2');
  expect(paperNow('in-repair', life.slice(2))).toBeUndefined();
  expect(paperNow('in-use', life)).toBeUndefined();
});
