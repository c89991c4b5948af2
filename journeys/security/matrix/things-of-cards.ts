import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const aCard = (place: Place) => ({
  unit: place.unit,
  name: place.word,
  class: 'A02010104',
  valueFen: 480_000,
  acquiredOn: '2024-03-01',
});

const overCards = ['issue', 'hand', 'back', 'lend', 'return', 'move', 'repair', 'transfer', 'dispose'] as const;
type DisposalOf = 'approving' | 'refusing' | 'withdrawing' | 'finishing' | 'paying';
type Kept = Readonly<
  Record<
    | (typeof overCards)[number]
    | 'card'
    | 'wrong'
    | 'signed'
    | 'withdrawn'
    | 'repaired'
    | 'taken'
    | 'refused'
    | DisposalOf,
    string
  >
>;

/** At every place: a card that its asker uses, one that should never have been entered, one for each act, and papers that wait for each side. */
export async function thingsOfCards(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => keptAt(town, place));
  const over =
    (which: (typeof overCards)[number], more: (place: Place) => object = () => ({})) =>
    (place: Place) => ({ cards: [things[place.relation][which]], ...more(place) });
  const onPaper =
    (which: keyof Kept, more: object = {}) =>
    ({ relation }: Place) => ({ paper: things[relation][which], version: 1, ...more });
  const toAsker = ({ locals }: Place) => ({ to: locals.asker });
  return {
    ids: idsOf(things),
    inputs: {
      'assets.register-card': aCard,
      'assets.change-card': ({ relation }) => ({ card: things[relation].card, version: 1, note: '核对' }),
      'assets.strike-card': ({ relation }) => ({ card: things[relation].wrong, why: '重复登记' }),
      'assets.card': ({ relation }) => ({ id: things[relation].card }),
      'assets.depreciation': () => ({}),
      'assets.depreciation.xlsx': () => ({}),
      'assets.issue-cards': over('issue', toAsker),
      'assets.hand-over-cards': over('hand', toAsker),
      'assets.take-back-cards': over('back'),
      'assets.lend-cards': over('lend', () => ({ borrower: '某单位', dueOn: '2099-01-01' })),
      'assets.return-cards': over('return'),
      'assets.move-cards': over('move', () => ({ place: '仓库' })),
      'assets.send-to-repair': over('repair', () => ({ what: '不开机' })),
      'assets.transfer-cards': over('transfer', ({ leaves }) => ({ to: leaves[0], document: '批复' })),
      'assets.end-repair': onPaper('repaired', { result: 'repaired', costFen: 0 }),
      'assets.sign-hand-over': onPaper('signed'),
      'assets.withdraw-paper': onPaper('withdrawn', { why: '有误' }),
      'assets.take-transfer': onPaper('taken'),
      'assets.refuse-transfer': onPaper('refused', { why: '用不上' }),
      'assets.paper': ({ relation }) => ({ id: things[relation].signed }),
      'assets.propose-disposal': over('dispose', () => ({ manner: 'donate', recipient: '学校' })),
      'assets.approve-disposal': ({ relation }) => ({ paper: things[relation].approving }),
      'assets.refuse-disposal': ({ relation }) => ({ paper: things[relation].refusing, opinion: '还能用' }),
      'assets.withdraw-disposal': ({ relation }) => ({ paper: things[relation].withdrawing, why: '有误' }),
      'assets.finish-disposal': ({ relation }) => ({ paper: things[relation].finishing, version: 2, document: '凭证' }),
      'assets.record-income': ({ relation }) => ({
        paper: things[relation].paying,
        amountFen: 1,
        paidOn: '2026-03-02',
        receipt: 'J-1',
      }),
    },
  };
}

async function keptAt(town: Town, place: Place): Promise<Kept> {
  const clerk = local(town, place, 'assets-clerk', place.locals.head, '资产管理员');
  // A unit below gives what this one is to take.
  const [giving] = place.leaves;
  const giver = town.at.with([{ role: 'assets-clerk', unit: giving, below: false }], { unit: giving });
  const enter = async (card: object, by = clerk) =>
    ((await by.does('assets.register-card', card)).result as { card: string }).card;
  const made = async (verb: string, input: object, by = clerk) =>
    (await by.does(verb, input)).facts.find(({ type }) => type === 'assets.PaperMade')!.object.id;
  const transferred = async () => {
    const card = await enter({ ...aCard(place), unit: giving }, giver);
    return made('assets.transfer-cards', { cards: [card], to: place.unit, document: '批复' }, giver);
  };
  const used = { ...aCard(place), user: place.locals.head };
  const handed = async () =>
    made('assets.hand-over-cards', { cards: [await enter(aCard(place))], to: place.locals.asker });
  // Decided on by the local head; what is asked after was proposed by somebody else.
  const proposed = async () => {
    const by = local(town, place, 'assets-clerk', place.locals.asker, '经办人');
    const cards = [await enter(aCard(place))];
    return made('assets.propose-disposal', { cards, manner: 'donate', recipient: '学校' }, by);
  };
  const decided = async () => {
    const paper = await proposed();
    await behindTheWalls(town, (client) =>
      client.query("update assets.paper set state = 'approved', version = 2 where id = $1", [paper]),
    );
    return paper;
  };
  const paying = await decided();
  await clerk.does('assets.finish-disposal', { paper: paying, version: 2, document: '凭证', proceedsFen: 1_000_000 });
  return {
    dispose: await enter(aCard(place)),
    approving: await proposed(),
    refusing: await proposed(),
    withdrawing: await decided(),
    finishing: await decided(),
    paying,
    card: await enter({ ...aCard(place), user: place.locals.asker }),
    wrong: await enter(aCard(place)),
    issue: await enter(aCard(place)),
    hand: await enter(aCard(place)),
    back: await enter(used),
    lend: await enter(aCard(place)),
    return: await enter({ ...aCard(place), state: 'lent' }),
    move: await enter(aCard(place)),
    repair: await enter(aCard(place)),
    transfer: await enter(aCard(place)),
    repaired: await made('assets.send-to-repair', { cards: [await enter(aCard(place))], what: '不开机' }),
    signed: await handed(),
    withdrawn: await handed(),
    taken: await transferred(),
    refused: await transferred(),
  };
}
