import type { Town } from '../town.ts';
import type { Place, Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';
import { cardAt } from './things-of-warehouse.ts';

interface Kept {
  readonly supply: string;
  readonly used: string;
  readonly empty: string;
  readonly given: string;
  readonly card: string;
  readonly plan: string;
  readonly idlePlan: string;
  readonly order: string;
  readonly another: string;
  readonly data: string;
  readonly store: string;
  readonly right: string;
  readonly emergency: string;
  readonly over: string;
  readonly offer: string;
  readonly call: string;
  readonly cancelled: string;
}

/** At every place: paper in the cupboard, a component in a thing, plans of upkeep and orders that are open, data, and an emergency with calls. */
export async function thingsOfSupplies(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => keptAt(town, place));
  const of = ({ relation }: Place) => things[relation];
  const why = '核对';
  return {
    ids: idsOf(things),
    inputs: {
      'assets.keep-supply': ({ unit, word }) => ({ unit, kind: 'consumable', name: `另一种${word}` }),
      'assets.receive-supply': (place) => ({ supply: of(place).supply, quantity: 1 }),
      'assets.issue-supply': (place) => ({ supply: of(place).supply, quantity: 1 }),
      'assets.return-supply': (place) => ({ move: of(place).given, quantity: 1 }),
      'assets.count-supply': (place) => ({ supply: of(place).used, version: 2, counted: 7, why }),
      'assets.end-supply': (place) => ({ supply: of(place).empty, version: 1, why }),
      'assets.plan-upkeep': (place) => ({
        card: of(place).card,
        what: `另一项${place.word}`,
        everyMonths: 6,
        nextDue: '2026-04-01',
      }),
      'assets.end-upkeep': (place) => ({ plan: of(place).idlePlan, version: 1, why }),
      'assets.order-upkeep': (place) => ({ card: of(place).card, what: '清洗', dueDay: '2026-03-10' }),
      'assets.finish-upkeep': (place) => ({ order: of(place).order, version: 1, outcome: 'good' }),
      'assets.describe-data': (place) => ({
        card: of(place).data,
        system: place.word,
        department: place.unit,
        sharing: 'open',
        renewed: 'daily',
      }),
      'assets.keep-call-right': (place) => ({ store: of(place).store, caller: place.unit, class: 'A03' }),
      'assets.end-call-right': (place) => ({ right: of(place).right, version: 1, why }),
      'assets.declare-emergency': ({ unit, word }) => ({ unit, name: `另一响应${word}`, document: '通知' }),
      'assets.end-emergency': (place) => ({ emergency: of(place).over, version: 1 }),
      'assets.call-stock': (place) => ({ ...calling(place, of(place)), contact: '值班室' }),
      'assets.hand-out-call': (place) => ({ call: of(place).call, version: 1 }),
      'assets.cancel-call': (place) => ({ call: of(place).cancelled, version: 1, why }),
      'assets.cancel-upkeep': (place) => ({ order: of(place).another, version: 1, why }),
    },
  };
}

const calling = ({ unit, word }: Place, { emergency, offer }: Pick<Kept, 'emergency' | 'offer'>) => ({
  unit,
  emergency,
  offer,
  quantity: 1,
  dueDay: '2026-03-20',
  place: word,
});

async function keptAt(town: Town, place: Place): Promise<Kept> {
  const clerk = local(town, place, 'assets-clerk', place.locals.asker, '资产员');
  const { unit, word } = place;
  const result = async <Key extends string>(verb: string, input: object) =>
    (await clerk.does(verb, input)).result as Record<Key, string>;
  const keep = async (name: string, kind = 'consumable', quantity = 0) => {
    const { supply } = await result<'supply'>('assets.keep-supply', { unit, kind, name: `${name}${word}` });
    if (quantity > 0) await clerk.does('assets.receive-supply', { supply, quantity });
    return supply;
  };
  const card = await cardAt(town, place);
  const memory = await keep('内存条', 'component', 5);
  await clerk.does('assets.issue-supply', { supply: memory, quantity: 2, card });
  const moves = (await clerk.list('assets.supply-moves', { 'f.supply_id': memory, 'f.kind': 'out' })) as unknown as {
    rows: { id: string }[];
  };
  const plan = async (what: string) =>
    (
      await result<'plan'>('assets.plan-upkeep', {
        card,
        what: `${what}${word}`,
        everyMonths: 12,
        nextDue: '2026-03-20',
      })
    ).plan;
  const order = async (more: object) =>
    (await result<'order'>('assets.order-upkeep', { card, what: '清洗滤网', dueDay: '2026-03-10', ...more })).order;
  const running = await plan('清洗');
  const { store } = await result<'store'>('assets.keep-store', { unit, name: `应急仓${word}`, kind: 'virtual' });
  const lying = { card: await cardAt(town, place, { quantity: 9 }), store, quantity: 9, reason: 'idle' };
  const { offer } = await result<'offer'>('assets.offer-card', lying);
  await clerk.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  const right = async (code: string) =>
    (await result<'right'>('assets.keep-call-right', { store, caller: unit, class: code })).right;
  await right('A05');
  const declare = async (name: string) =>
    (await result<'emergency'>('assets.declare-emergency', { unit, name: `${name}${word}`, document: '通知' }))
      .emergency;
  const emergency = await declare('响应');
  const call = async () => (await result<'call'>('assets.call-stock', calling(place, { emergency, offer }))).call;
  const data = await cardAt(town, place, { class: 'A08060500' });
  const described = { card: data, system: word, department: unit, sharing: 'open', renewed: 'daily' };
  await clerk.does('assets.describe-data', described);
  return {
    supply: await keep('复印纸', 'consumable', 50),
    used: await keep('硒鼓', 'consumable', 5),
    empty: await keep('色带'),
    given: moves.rows[0]!.id,
    card,
    plan: running,
    idlePlan: await plan('检验'),
    order: await order({ plan: running }),
    another: await order({}),
    data,
    store,
    right: await right('A02'),
    emergency,
    over: await declare('旧响应'),
    offer,
    call: await call(),
    cancelled: await call(),
  };
}
