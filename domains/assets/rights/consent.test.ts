import type { Context } from '@opengoa/kernel';
import { expect, test } from 'vitest';
import type { Card } from '../cards/card.ts';
import { consentNotices, consentsOf } from './consent.ts';
import type { LastRight } from './right.ts';

const units: Record<string, { name: string; successors: string[] }> = {
  own: { name: '财政局', successors: [] },
  bureau: { name: '机关事务局', successors: [] },
  was: { name: '原接待办', successors: ['bureau'] },
  mine: { name: '原国资办', successors: ['own'] },
  split: { name: '原大局', successors: ['own', 'bureau'] },
};
const context = { organisation: { unit: (id: string) => units[id] } } as unknown as Context;
const cards = ['a', 'b', 'c'].map((id) => ({ id, unit: 'own' })) as unknown as Card[];
const last = (rights: Record<string, Partial<LastRight>>) =>
  new Map(
    Object.entries(rights).map(([card, more]) => [
      card,
      { id: card, card, holder: '某', holderUnit: null, from: '2020-01-01', to: null, ...more },
    ]),
  );

test('consent is asked of whoever stands registered and is not the unit that proposes, by name', () => {
  const asked = (rights: Record<string, Partial<LastRight>>) => consentsOf(cards, last(rights), context);
  expect(asked({})).toEqual([]);
  expect(asked({ a: { holderUnit: 'own' }, b: { holderUnit: 'bureau', to: '2024-01-01' } })).toEqual([]);
  const bureau = { holder: '机关事务局', holderUnit: 'bureau' };
  expect(asked({ a: bureau, b: bureau, c: { holder: '国家' } })).toEqual([
    { holder: '机关事务局', cards: 2 },
    { holder: '国家', cards: 1 },
  ]);
  // Since a merger it is the heir; of a unit that was split nobody but people know.
  expect(asked({ a: { holder: '原接待办', holderUnit: 'was' }, b: { holderUnit: 'mine' } })).toEqual([
    { holder: '原接待办（现机关事务局）', cards: 1 },
  ]);
  expect(asked({ a: { holder: '原大局', holderUnit: 'split' } })).toEqual([{ holder: '原大局', cards: 1 }]);
  expect(consentNotices(asked({ a: bureau }))).toEqual([
    {
      zh: '1 项资产的处置权登记在“机关事务局”，请附其同意意见。',
      en: 'The right to dispose of 1 is registered to “机关事务局”: bring its consent.',
    },
  ]);
});
