import type { Town } from '../town.ts';
import type { Place, Places } from './places.ts';
import { cardAt } from './things-of-warehouse.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Matched {
  /** For which `thing` would do; of the place. */
  readonly demand: string;
  /** Of a unit below the place. */
  readonly thing: string;
  readonly own: string;
  readonly refused: string;
  readonly match: string;
  readonly agreed: string;
  readonly loose: string;
  readonly drawn: string;
  readonly signed: string;
  readonly packed: string;
  readonly coming: string;
  readonly arrived: string;
  readonly differs: string;
  readonly working: string;
  readonly plan: string;
}

const what = { class: 'A05010201', item: '', needBy: '2026-04-01', newPriceFen: 900_000 };

/** At every place: demands and things that suit each other, matches at each step, transfers at each step given and taken, a plan. */
export async function thingsOfTransfers(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => matchedAt(town, place));
  const of =
    (which: keyof Matched, name: string, more: object = {}) =>
    (place: Place) => ({
      [name]: things[place.relation][which],
      ...more,
    });
  const version = (at: number) => ({ version: at });
  return {
    ids: idsOf(things),
    inputs: {
      'assets.raise-demand': ({ unit, word }) => ({ unit, name: word, quantity: 1, ...what }),
      'assets.withdraw-demand': of('demand', 'demand', { ...version(1), why: '不需要' }),
      'assets.accept-match': (place) => ({
        demand: things[place.relation].demand,
        offer: things[place.relation].thing,
        quantity: 1,
      }),
      'assets.approve-match': of('match', 'match'),
      'assets.decline-match': of('match', 'match', { opinion: '自用' }),
      'assets.refuse-match': (place) => ({
        demand: things[place.relation].demand,
        offer: things[place.relation].thing,
        side: 'receiver',
        reason: 'distance',
      }),
      'assets.follow-refusal': of('refused', 'match', { ...version(1), said: '已联系' }),
      'assets.plan-matches': ({ unit }) => ({ unit }),
      'assets.cancel-plan': of('working', 'plan'),
      'assets.accept-plan': of('plan', 'plan', version(2)),
      'assets.demand': of('demand', 'id'),
      'assets.wanted-by': of('own', 'id'),
      'assets.match': of('match', 'id'),
      'assets.pool-plan': of('plan', 'id'),
      'assets.draw-transfer': (place) => ({
        to: place.leaves[1],
        lines: [{ card: things[place.relation].loose, quantity: 1 }],
        why: '调剂',
      }),
      'assets.sign-transfer': of('drawn', 'transfer', { side: 'giver' }),
      'assets.pack-transfer': of('signed', 'transfer', version(3)),
      'assets.send-transfer': of('packed', 'transfer', { ...version(4), carrier: '车队' }),
      'assets.arrive-transfer': of('coming', 'transfer'),
      'assets.receive-transfer': of('arrived', 'transfer', version(6)),
      'assets.settle-shortfall': of('differs', 'transfer', { ...version(7), as: 'found', said: '未装车' }),
      'assets.cancel-transfer': of('drawn', 'transfer', { ...version(1), why: '填错' }),
      'assets.transfer': of('drawn', 'id'),
    },
  };
}

async function matchedAt(town: Town, place: Place): Promise<Matched> {
  const { unit, word } = place;
  const [leaf] = place.leaves;
  const clerk = local(town, place, 'assets-clerk', place.locals.asker, '资产员');
  const below = town.at.with([{ role: 'assets-clerk', unit: leaf, below: false }], { unit: leaf, name: '下属资产员' });
  const head = local(town, place, 'head', place.locals.head, '负责人');
  const result = async <Key extends string>(who: typeof clerk, verb: string, input: object) =>
    (await who.does(verb, input)).result as Record<Key, string>;
  const storeOf = async (who: typeof clerk, at: string) =>
    (await result<'store'>(who, 'assets.keep-store', { unit: at, name: `调剂仓${word}`, kind: 'virtual' })).store;
  const stores = { own: await storeOf(clerk, unit), leaf: await storeOf(below, leaf) };
  const inStore = async (whose: 'own' | 'leaf') => {
    const who = whose === 'own' ? clerk : below;
    const card = await cardAt(town, place, whose === 'own' ? {} : { unit: leaf });
    const input = { card, store: stores[whose], quantity: 1, reason: 'idle', note: word };
    const { offer } = await result<'offer'>(who, 'assets.offer-card', input);
    await who.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
    return offer;
  };
  const raise = async (who = clerk, at = unit) =>
    (await result<'demand'>(who, 'assets.raise-demand', { unit: at, name: word, quantity: 1, ...what })).demand;
  // The unit below receives: what the place gives is asked of its head, who is not among those who come to the doors.
  const match = async () => {
    const input = { demand: await raise(below, leaf), offer: await inStore('own'), quantity: 1 };
    return (await result<'match'>(below, 'assets.accept-match', input)).match;
  };
  const agreed = await match();
  await head.does('assets.approve-match', { match: agreed });
  const transfer = async (given: boolean) => {
    const card = await cardAt(town, place, given ? {} : { unit: leaf });
    const input = { to: given ? leaf : unit, lines: [{ card, quantity: 1 }], why: word };
    const who = given ? clerk : below;
    const made = (await result<'transfer'>(who, 'assets.draw-transfer', input)).transfer;
    return { id: made, giver: given ? clerk : below, receiver: given ? below : clerk };
  };
  const upTo = async (given: boolean, steps: number): Promise<string> => {
    const { id, giver, receiver } = await transfer(given);
    const all = [
      () => giver.does('assets.sign-transfer', { transfer: id, side: 'giver' }),
      () => receiver.does('assets.sign-transfer', { transfer: id, side: 'receiver' }),
      () => giver.does('assets.pack-transfer', { transfer: id, version: 3 }),
      () => giver.does('assets.send-transfer', { transfer: id, version: 4, carrier: '车队' }),
      () => receiver.does('assets.arrive-transfer', { transfer: id }),
      async () => {
        const { lines } = (await receiver.read('assets.transfer', { id })) as { lines: { id: string }[] };
        const counted = { line: lines[0]!.id, received: 0, condition: 'good', said: word };
        return receiver.does('assets.receive-transfer', { transfer: id, version: 6, lines: [counted] });
      },
    ];
    for (const step of all.slice(0, steps)) await step();
    return id;
  };
  const refusing = { demand: await raise(), offer: await inStore('leaf') };
  const refused = await clerk.does('assets.refuse-match', {
    ...refusing,
    side: 'receiver',
    reason: 'distance',
    said: word,
  });
  const planned = async () => (await result<'plan'>(clerk, 'assets.plan-matches', { unit })).plan;
  const [demand, thing, own] = [await raise(), await inStore('leaf'), await inStore('own')];
  const plan = await planned();
  const job = town.at.with([{ role: 'job', unit, below: false }], { unit, name: '撮合' });
  const zero = { urgentPieces: 0, greedyPieces: 0, greedySavedFen: 0, unfairPieces: 0, unmetPieces: 0, gap: 0 };
  const line = { demand, offer: thing, receiver: unit, giver: leaf, name: word, needed: word, quantity: 1, score: 80 };
  await job.does('assets.keep-plan', {
    plan,
    summary: {
      ...zero,
      demands: 1,
      things: 1,
      pieces: 1,
      savedFen: 100,
      avoidedFen: 100,
      transportFen: 0,
      admissible: 1,
      cutShort: false,
      seconds: 0.1,
    },
    lines: [{ ...line, savedFen: 100, transportFen: 0 }],
  });
  return {
    demand,
    thing,
    own,
    plan,
    agreed,
    refused: refused.facts[0]!.object.id,
    match: await match(),
    working: await planned(),
    loose: await cardAt(town, place),
    drawn: (await transfer(true)).id,
    signed: await upTo(true, 2),
    packed: await upTo(true, 3),
    coming: await upTo(false, 4),
    arrived: await upTo(false, 5),
    differs: await upTo(true, 6),
  };
}
