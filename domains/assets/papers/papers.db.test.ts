import { newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardAnswer } from '../cards/contract.ts';
import assets from '../domain.ts';
import { aComputer, cityClerk, clerkOf, clock, enter } from '../testing/given-cards.ts';
import type { PaperAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let zhou: Person;
let he: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
  zhou = at.as('周敏');
  he = at.as('何涛');
});
afterAll(() => at?.close());

const card = async (id: string, by: Person = clerk) =>
  (await by.read('assets.card', { id })) as CardAnswer & { may: string[] };
const paper = async (id: string, by: Person = clerk) =>
  (await by.read('assets.paper', { id })) as PaperAnswer & { may: string[]; code?: string };
const person = (who: Person) => who.actor.person!;
const some = async (count: number, more: object = {}) => {
  const ids: string[] = [];
  for (let each = 0; each < count; each += 1) ids.push(await enter(clerk, aComputer(at, more)));
  return ids;
};
/** The paper that an act made. */
const made = async (verb: string, input: object, by: Person = clerk) => {
  const { facts } = await by.does(verb, input);
  return facts.find(({ type }) => type === 'assets.PaperMade')!.object.id;
};

test('issue and take back: one paper over several cards, each follows it, and its page tells them', async () => {
  const cards = await some(3);
  const issued = await made('assets.issue-cards', { cards, to: person(zhou), place: '512室' });
  expect(await paper(issued)).toMatchObject({
    number: expect.stringMatching(/^LY-2026-\d{4}$/),
    cards: 3,
    valueFen: 1_440_000,
    state: 'done',
  });
  expect(await card(cards[0]!)).toMatchObject({ state: 'in-use', userName: '周敏', place: '512室' });
  expect((await card(cards[0]!)).life).toMatchObject([{ paper: issued, kind: 'issue', person: '周敏' }]);
  // The receiver reads what they were given.
  expect((await paper(issued, zhou)).lines).toHaveLength(3);
  expect(await paper(issued, at.as('孙师傅'))).toMatchObject({ code: 'not-found' });
  await made('assets.take-back-cards', { cards, condition: 'worn', place: '仓库' });
  expect(await card(cards[2]!)).toMatchObject({ state: 'in-stock', user: null, condition: 'worn', place: '仓库' });
});

test('numbers of a kind and year have no gaps, whatever is refused between', async () => {
  const [one, two] = await some(2);
  const first = await paper(await made('assets.issue-cards', { cards: [one], to: person(zhou) }));
  expect(await clerk.run('assets.issue-cards', { cards: [one], to: person(zhou) })).toMatchObject({
    code: 'card-not-now',
  });
  const second = await paper(await made('assets.issue-cards', { cards: [two], to: person(zhou) }));
  expect(Number(second.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1);
});

test('what a paper is refused for', async () => {
  const [one] = await some(1);
  const elsewhere = await enter(clerk, aComputer(at, { unit: at.ids.bureau }));
  const run = async (verb: string, input: object, by: Person = clerk) =>
    ((await by.run(verb, input)) as { code?: string }).code;
  expect(await run('assets.issue-cards', { cards: [one, elsewhere], to: person(zhou) })).toBe('cards-of-several-units');
  expect(await run('assets.issue-cards', { cards: [one], to: newId() })).toBe('receiver-unknown');
  expect(await run('assets.issue-cards', { cards: [one], to: person(zhou), room: newId() })).toBe('room-unknown');
  expect(await run('assets.issue-cards', { cards: [one], to: person(zhou), day: '2026-03-06' })).toBe('day-ahead');
  expect(await run('assets.move-cards', { cards: [one] })).toBe('nothing-moves');
  expect(await run('assets.move-cards', { cards: [one], department: at.ids.bureau })).toBe('department-elsewhere');
  expect(await run('assets.lend-cards', { cards: [one], borrower: '某单位', dueOn: '2026-03-01' })).toBe(
    'due-before-loan',
  );
  expect(await run('assets.transfer-cards', { cards: [one], to: at.ids.finance, document: '批复' })).toBe('same-unit');
  expect(await run('assets.transfer-cards', { cards: [one], to: newId(), document: '批复' })).toBe('unit-closed');
  expect(await run('assets.issue-cards', { cards: [one, newId()], to: person(zhou) })).toBe('not-found');
  expect(await run('assets.issue-cards', { cards: [one], to: person(zhou) }, clerkOf(at, at.ids.county))).toBe(
    'not-found',
  );
  expect(await run('assets.issue-cards', { cards: [one], to: person(zhou) }, he)).toBe('not-your-right');
});

test('a loan goes out, is due back, and returns to whoever had it', async () => {
  const cards = await some(2, { userName: '周敏' });
  const lent = await made('assets.lend-cards', { cards, borrower: '市博物馆', dueOn: '2026-03-20' });
  expect(await paper(lent)).toMatchObject({ dueOn: '2026-03-20', about: { borrower: '市博物馆' } });
  expect(await card(cards[0]!)).toMatchObject({
    state: 'lent',
    may: expect.arrayContaining(['assets.change-card', 'assets.return-cards']) as string[],
  });
  await made('assets.return-cards', { cards });
  expect(await card(cards[0]!)).toMatchObject({ state: 'in-use', userName: '周敏' });
});

test('a repair costs, and the cost is told to whoever follows costs; what is beyond repair says so', async () => {
  const [one] = await some(1);
  const sent = await made('assets.send-to-repair', { cards: [one], what: '不开机', vendor: '某维修部' });
  expect((await card(one!)).state).toBe('in-repair');
  expect((await paper(sent)).may).toEqual(['assets.end-repair']);
  expect(
    await clerk.run('assets.end-repair', { paper: sent, version: 7, result: 'repaired', costFen: 0 }),
  ).toMatchObject({ code: 'stale-version' });
  await clerk.does('assets.end-repair', {
    paper: sent,
    version: 1,
    result: 'beyond-repair',
    costFen: 30_000,
    invoice: 'F-1',
  });
  expect(await card(one!)).toMatchObject({ state: 'in-stock', condition: 'unusable' });
  expect(await paper(sent)).toMatchObject({ state: 'done', costFen: 30_000, about: { result: 'beyond-repair' } });
  expect(
    await clerk.run('assets.end-repair', { paper: sent, version: 2, result: 'repaired', costFen: 0 }),
  ).toMatchObject({ code: 'not-now' });
});

test('a hand-over of many is signed once; the line refused with its reason stays with the giver', async () => {
  const cards = await some(4, { userName: '何涛' });
  const { result } = await clerk.does('assets.hand-over-cards', { cards, to: person(zhou), place: '511室' });
  const id = (result as { paper: string }).paper;
  // Until it is signed they are the giver's, and nothing else is done with them.
  expect(await card(cards[0]!)).toMatchObject({ userName: '何涛', handedTo: person(zhou), may: [] });
  expect(await clerk.run('assets.move-cards', { cards, place: 'x' })).toMatchObject({ code: 'card-on-the-way' });
  const tasks = await zhou.list('kernel.my-tasks');
  expect(JSON.stringify(tasks)).toContain(id);
  expect((await paper(id, zhou)).may).toEqual(['assets.sign-hand-over']);
  expect(await he.run('assets.sign-hand-over', { paper: id, version: 1 })).toMatchObject({ code: 'not-found' });
  expect(
    await zhou.run('assets.sign-hand-over', { paper: id, version: 1, refused: [{ card: newId(), why: '没有' }] }),
  ).toMatchObject({ code: 'not-on-the-paper' });
  await zhou.does('assets.sign-hand-over', {
    paper: id,
    version: 1,
    refused: [{ card: cards[3], why: '没有见到实物' }],
  });
  expect(await card(cards[0]!)).toMatchObject({ userName: '周敏', place: '511室', handedTo: null });
  expect(await card(cards[3]!)).toMatchObject({ userName: '何涛', handedTo: null });
  const signed = await paper(id);
  expect(signed).toMatchObject({ state: 'partly-signed', endedName: '周敏', may: [] });
  expect(signed.lines.filter(({ refused }) => refused !== null)).toMatchObject([
    { card: cards[3], refused: '没有见到实物' },
  ]);
  expect(await zhou.run('assets.sign-hand-over', { paper: id, version: 2 })).toMatchObject({ code: 'not-now' });
  // The refused one may be handed over again.
  await made('assets.hand-over-cards', { cards: [cards[3]], to: person(zhou) });
});

test('a hand-over that nobody signed is taken back; who uses it already is not given it again', async () => {
  const [one] = await some(1, { userName: '何涛' });
  expect(await clerk.run('assets.hand-over-cards', { cards: [one], to: person(he) })).toMatchObject({
    code: 'receiver-holds-it',
  });
  const id = await made('assets.hand-over-cards', { cards: [one], to: person(zhou) });
  await clerk.does('assets.withdraw-paper', { paper: id, version: 1, why: '人员变动' });
  expect(await card(one!)).toMatchObject({ userName: '何涛', handedTo: null, state: 'in-use' });
  expect(await zhou.run('assets.sign-hand-over', { paper: id, version: 2 })).toMatchObject({ code: 'not-now' });
});

test('a transfer has two sides: the giver’s until the other unit takes it, whose ledger it then stands in', async () => {
  const giver = clerkOf(at, at.ids.finance);
  const taker = clerkOf(at, at.ids.countyFinance);
  const cards = await some(2, { userName: '周敏' });
  const id = await made(
    'assets.transfer-cards',
    { cards, to: at.ids.countyFinance, document: '财资〔2026〕1号' },
    giver,
  );
  expect(await taker.read('assets.card', { id: cards[0] })).toMatchObject({ code: 'not-found' });
  expect((await paper(id, taker)).may).toEqual(['assets.take-transfer', 'assets.refuse-transfer']);
  expect((await paper(id, taker)).lines).toHaveLength(2);
  expect(await giver.run('assets.take-transfer', { paper: id, version: 1 })).toMatchObject({ code: 'not-found' });
  await taker.does('assets.take-transfer', { paper: id, version: 1, place: '县局仓库' });
  const taken = await card(cards[0]!, taker);
  expect(taken).toMatchObject({ unit: at.ids.countyFinance, state: 'in-stock', user: null, place: '县局仓库' });
  expect(taken.ledgers).toMatchObject([
    { unit: at.ids.finance, from: '2023-03-10' },
    { unit: at.ids.countyFinance, from: '2026-03-05' },
  ]);
  expect(await giver.read('assets.card', { id: cards[0] })).toMatchObject({ code: 'not-found' });
  // The giver's paper still names what it was over.
  const kept = await paper(id, giver);
  expect(kept.state).toBe('signed');
  expect(kept.lines.every(({ number }) => number.startsWith('ZC-'))).toBe(true);
});

test('a transfer that is refused stays where it is, and may be offered to another', async () => {
  const giver = clerkOf(at, at.ids.finance);
  const taker = clerkOf(at, at.ids.countyFinance);
  const [one] = await some(1);
  const id = await made('assets.transfer-cards', { cards: [one], to: at.ids.countyFinance, document: '批复' }, giver);
  await taker.does('assets.refuse-transfer', { paper: id, version: 1, why: '用不上' });
  expect(await paper(id, giver)).toMatchObject({ state: 'refused', about: { why: '用不上' } });
  expect(await card(one!, giver)).toMatchObject({ unit: at.ids.finance, handedUnit: null });
  await made('assets.move-cards', { cards: [one], place: '仓库' }, giver);
});

test('a number that the other unit has already keeps a transfer out', async () => {
  const giver = clerkOf(at, at.ids.finance);
  const taker = clerkOf(at, at.ids.countyFinance);
  await enter(taker, aComputer(at, { unit: at.ids.countyFinance, number: 'B-1' }));
  const one = await enter(giver, aComputer(at, { number: 'B-1' }));
  const id = await made('assets.transfer-cards', { cards: [one], to: at.ids.countyFinance, document: '批复' }, giver);
  expect(await taker.run('assets.take-transfer', { paper: id, version: 1 })).toMatchObject({
    code: 'card-number-taken',
  });
});

test('the same request twice makes one paper; two at once over one card, one of them', async () => {
  const [one] = await some(1);
  const request = newId();
  const input = { cards: [one], to: person(zhou) };
  expect(await clerk.run('assets.issue-cards', input, request)).toEqual(
    await clerk.run('assets.issue-cards', input, request),
  );
  const [two] = await some(1);
  const both = await Promise.all(
    [zhou, he].map((to) => clerk.run('assets.issue-cards', { cards: [two], to: person(to) })),
  );
  expect(both.map((each) => (each as { code?: string }).code ?? 'made').toSorted()).toEqual(['card-not-now', 'made']);
});

test('what is struck has no papers', async () => {
  const [one] = await some(1);
  await made('assets.move-cards', { cards: [one], place: '仓库' });
  expect(await clerk.run('assets.strike-card', { card: one, why: '错' })).toMatchObject({ code: 'card-has-papers' });
});

test('the list of papers: the clerk’s, and one’s own', async () => {
  const rows = async (by: Person) =>
    ((await by.list('assets.papers', { size: '100' })) as unknown as { rows: { person_id: string | null }[] }).rows;
  expect((await rows(clerk)).length).toBeGreaterThan(8);
  const own = await rows(zhou);
  expect(own.length).toBeGreaterThan(2);
  expect(own.every((row) => row.person_id === person(zhou))).toBe(true);
});
