import { type Id, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { depreciated } from '../depreciation/straight-line.ts';
import { readers } from '../readers.ts';
import { isOnTheWay, offersFor } from './card.ts';
import { findCard } from './card-store.ts';
import { CardAnswer } from './contract.ts';
import { topClasses } from './words.zh.ts';

const none = { zh: '', en: '' };

/** 资产卡片: its fields, what is left of its value today, where it is and who has it, and the papers of its life. */
export const oneCard = read('assets.card', {
  title: { zh: '资产卡片', en: 'An asset' },
  query: z.strictObject({ id: z.uuid() }),
  answer: CardAnswer,
  who: [...readers, 'self'],
  async fetch(tx, { id }, context) {
    const { handedPaper: _paper, seenAt, ...card } = await findCard(tx, id);
    const { organisation, today } = context;
    const unitName = (unit: Id | null) => (unit === null ? '' : (organisation.unit(unit)?.name ?? ''));
    const personName = (person: Id | null) => (person === null ? '' : (organisation.personName(person) ?? ''));
    const room = card.room === null ? undefined : await roomOf(tx, card.room);
    const depreciation = depreciated({ ...card, since: card.bookedOn ?? card.acquiredOn }, today);
    return {
      ...card,
      seenAt: seenAt?.toISOString() ?? null,
      unitName: unitName(card.unit),
      className: topClasses[card.class.slice(0, 3) as keyof typeof topClasses] ?? none,
      departmentName: unitName(card.department),
      userName: personName(card.user),
      keeperName: personName(card.keeper),
      roomName: room ?? '',
      depreciation,
      life: await lifeOf(tx, id),
      ledgers: (await ledgersOf(tx, id, card.unit, card.bookedOn ?? card.acquiredOn)).map((each) => ({
        ...each,
        unitName: unitName(each.unit),
      })),
    };
  },
  at: ({ unit, user }) => ({ unit, person: user }),
  moves: ({ unit, state, facetKind, handedTo, handedUnit }) =>
    offersFor({ unit, state, facetKind, onTheWay: isOnTheWay({ handedTo, handedUnit }) }),
});

/** 楼号与房间号 of a room, as far as the reader sees it. */
async function roomOf(tx: Tx, room: Id): Promise<string | undefined> {
  const found = await tx.maybe<{ name: string }>(
    sql`select concat_ws(' ', building, number, nullif(name, '')) as name from space_read.room_v1 where id = ${room}`,
  );
  return found?.name;
}

const lifeOf = async (tx: Tx, card: Id) =>
  (
    await tx.rows<{
      paper: Id;
      number: string;
      kind: string;
      state: string;
      day: string;
      madeName: string;
      person: string;
    }>(sql`
      select p.id as paper, p.number, p.kind, p.state, p.day, p.made_name as "madeName", coalesce(p.about->>'personName', '') as person
        from assets.paper_line l join assets.paper p on (p.node_id, p.id) = (l.node_id, l.paper_id)
       where l.card_id = ${card} order by p.made_at desc, p.id desc limit 200`)
  ).map((each) => each);

/** The ledgers it stood in: where it was entered, and by each paper that carried it to another unit. */
async function ledgersOf(tx: Tx, card: Id, unit: Id, since: string): Promise<{ unit: Id; from: string }[]> {
  const moved = await tx.rows<{ before: Id; after: Id; from: string }>(sql`
    select before_unit as before, after_unit as after, from_day as "from" from assets.card_ledger where card_id = ${card} order by from_day, id`);
  const [first] = moved;
  if (!first) return [{ unit, from: since }];
  return [{ unit: first.before, from: since }, ...moved.map(({ after, from }) => ({ unit: after, from }))];
}
