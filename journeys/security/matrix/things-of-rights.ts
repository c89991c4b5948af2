import type { Town } from '../town.ts';
import type { Place, Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';
import { cardAt } from './things-of-warehouse.ts';

const told = { holder: '国家', from: '2026-03-01', paper: '确权文件', reason: '资产确权' };

/** At every place: a thing that its asker uses, one whose right of disposal stands registered, and one of a class of its own. */
export async function thingsOfRights(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, async (place) => {
    const clerk = local(town, place, 'assets-clerk', place.locals.asker, '资产员');
    const card = await cardAt(town, place);
    await cardAt(town, place, { class: 'A06010000' });
    await clerk.does('assets.issue-cards', { cards: [card], to: place.locals.asker });
    await clerk.does('assets.record-disposal-right', { cards: [card], ...told });
    const { rows } = (await clerk.list('assets.rights', { 'f.card_id': card })) as unknown as {
      rows: { id: string }[];
    };
    return { card, right: rows[0]!.id };
  });
  const over = ({ relation }: Place) => ({ cards: [things[relation].card], ...told });
  return {
    ids: idsOf(things),
    inputs: {
      'assets.record-ownership': over,
      'assets.record-allotment': over,
      'assets.record-disposal-right': (place) => ({ ...over(place), from: '2026-03-02', holder: place.word }),
      'assets.record-right-of-class': ({ unit }) => ({ kind: 'ownership', unit, class: 'A06', ...told }),
      'assets.end-right': ({ relation }) => ({
        right: things[relation].right,
        version: 1,
        day: '2026-03-02',
        paper: '更正',
        reason: '有误',
      }),
      'assets.class-choices': () => ({}),
      'assets.card-rights': ({ relation }) => ({ card: things[relation].card }),
    },
  };
}
