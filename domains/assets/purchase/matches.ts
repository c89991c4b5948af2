import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { yearsLater } from '../equipment/years.ts';
import type { Match, PurchaseAnswer } from './contract.ts';

type Answered = Pick<Match, 'reason' | 'said' | 'followed' | 'followWords'> & { readonly answer: 'taken' | 'declined' };
const unanswered = { answer: null, reason: null, said: '', followed: null, followWords: '' } as const;

interface Listed extends Omit<Match, 'unitName' | 'why' | 'pool' | keyof Answered> {
  readonly class: string;
  readonly equipment: string | null;
  readonly acquiredOn: string;
  readonly inStore: boolean;
  readonly poolOffer: Id | null;
  readonly poolKeeper: Id | null;
}
interface Given extends Answered, Pick<Match, 'card' | 'unit' | 'number' | 'name' | 'quantity' | 'valueFen'> {
  readonly line: Id;
}

/** The state of what an answer was given to and that lies idle no longer. */
export const gone = 'gone';

interface Wanting {
  readonly id: Id;
  readonly class: string;
  readonly equipment: string | null;
}

/** The tree that is looked through: everything below the nearest region of the asking unit. */
export function treeOf(unit: Id, { organisation }: Pick<Context, 'organisation'>): ReadonlySet<Id> {
  const chain = organisation.chain(unit);
  const region = chain.find(({ kind }) => kind === 'region') ?? chain.at(-1);
  return new Set(region ? organisation.unitsBelow(region.id) : [unit]);
}

/** At most so many are shown of a line: the nearest and soundest first. */
const mostShown = 20;
const soundness = ['new', 'good', 'worn', 'repairable'];

/**
 * What lies idle in the tree, or stands in the warehouse for all wherever that is, and would do for each line, by item where the standard names one, by class otherwise. The things shown are those to be
 * answered before the plan goes on; and whatever this plan has answered already, wherever the thing is by now.
 */
export async function matchesOf(
  tx: Tx,
  purchase: { readonly id: Id; readonly unit: Id },
  lines: readonly Wanting[],
  context: Pick<Context, 'organisation' | 'standards' | 'today'>,
): Promise<Map<Id, Match[]>> {
  const { organisation } = context;
  const tree = treeOf(purchase.unit, context);
  const listed = await tx.rows<Listed>(sql`
    select i.card_id as card, i.unit_id as unit, i.number, i.name, i.model, least(i.quantity, coalesce(o.quantity - c.held, i.quantity)) as quantity, i.condition, i.state, i.value_fen as "valueFen",
           i.acquired_on as "acquiredOn", i.class, i.equipment, o.id as offer, i.in_store as "inStore",
           i.offer_id as "poolOffer", i.keeper_id as "poolKeeper"
      from assets.idle_listing i
      left join assets.offer o on (o.node_id, o.card_id) = (i.node_id, i.card_id) and o.state = 'in-store' and o.reach = 'tree' and o.may <> 'lend'
      left join lateral (
        select sum(c.quantity)::int as held from assets.claim c
         where (c.node_id, c.offer_id) = (i.node_id, i.offer_id) and c.state = 'held' and c.kind <> 'transfer'
           and (c.kind <> 'reservation' or c.until_day >= ${context.today}::date)) c on true
      left join lateral (
        select coalesce(sum(a.quantity), 0)::int as pieces from assets.match_answer a
         where (a.node_id, a.card_id) = (i.node_id, i.card_id) and a.purchase_id = ${purchase.id} and a.answer = 'taken') own on true
     where (i.equipment = any (${lines.flatMap(({ equipment }) => equipment ?? [])}::text[])
            or (i.equipment is null and i.class = any (${lines.map((line) => line.class)}::text[])))
       and i.taken <= own.pieces and (own.pieces > 0 or coalesce(o.quantity - c.held, 1) > 0)
       and not exists (
         select from assets.match_answer a
          where (a.node_id, a.card_id) = (i.node_id, i.card_id) and a.answer = 'taken' and a.purchase_id <> ${purchase.id})
     order by i.card_id limit 2000`);
  const answers = await tx.rows<Given>(sql`
    select line_id as line, card_id as card, card_unit as unit, card_number as number, card_name as name, quantity, value_fen as "valueFen", answer, reason,
           said, followed, follow_words as "followWords"
      from assets.match_answer where purchase_id = ${purchase.id} order by answered_at, id`);
  const found = new Map<Id, Match[]>();
  for (const line of lines) {
    const fitting = listed
      .filter((each) => (tree.has(each.unit) || each.offer !== null) && fits(line, each))
      .map(({ class: _class, equipment, inStore, poolOffer, poolKeeper, ...each }): Match => {
        const why = reasons(
          line,
          { ...each, equipment, poolOffer, inStore, near: tree.has(each.unit) },
          purchase.unit,
          context,
        );
        const given = answers.find((one) => one.line === line.id && one.card === each.card);
        const answer = given ? answeredBy(given) : unanswered;
        const pool = poolOffer === null || poolKeeper === null ? null : { offer: poolOffer, keeper: poolKeeper };
        return { ...each, pool, unitName: organisation.unit(each.unit)?.name ?? '', why, ...answer };
      })
      .toSorted((a, b) => nearness(a) - nearness(b) || soundness.indexOf(a.condition) - soundness.indexOf(b.condition));
    const shown = fitting.filter(({ answer }, at) => at < mostShown || answer !== null);
    const elsewhere = answers.filter((one) => one.line === line.id && !shown.some(({ card }) => card === one.card));
    found.set(line.id, [...shown, ...elsewhere.map((one) => leftOf(one, context))]);
  }
  return found;

  function nearness({ unit, state }: Match): number {
    if (!tree.has(unit)) return 3;
    const own = isOwn(unit, purchase.unit, context);
    return own ? 0 : state === 'pooled' ? 1 : 2;
  }
}

const answeredBy = ({ answer, reason, said, followed, followWords }: Given): Answered => ({
  answer,
  reason,
  said,
  followed,
  followWords,
});

/** What is known of an answered thing that lies idle no longer: the answer stays. */
const leftOf = (given: Given, { organisation }: Pick<Context, 'organisation'>): Match => ({
  card: given.card,
  unit: given.unit,
  unitName: organisation.unit(given.unit)?.name ?? '',
  number: given.number,
  name: given.name,
  model: '',
  quantity: given.quantity,
  condition: '',
  state: gone,
  valueFen: given.valueFen,
  acquiredOn: null,
  why: [{ zh: '已不在闲置清单中', en: 'It lies idle no longer' }],
  offer: null,
  pool: null,
  ...answeredBy(given),
});

/** Of one institution: what lies idle there is no transfer. */
export const isOwn = (unit: Id, asker: Id, { organisation }: Pick<Context, 'organisation'>): boolean =>
  organisation.institutionOf(unit)?.id === organisation.institutionOf(asker)?.id;

const fits = (line: Wanting, thing: Pick<Listed, 'class' | 'equipment'>): boolean =>
  line.equipment === null ? thing.class === line.class : thing.equipment === line.equipment;

function reasons(
  line: Wanting,
  thing: Pick<Listed, 'unit' | 'state' | 'equipment' | 'acquiredOn' | 'condition' | 'inStore' | 'poolOffer'> & {
    readonly near: boolean;
  },
  asker: Id,
  { organisation, standards, today }: Pick<Context, 'organisation' | 'standards' | 'today'>,
): Match['why'] {
  const own = isOwn(thing.unit, asker, { organisation });
  const years =
    thing.equipment === null
      ? null
      : standards.valueOn('assets.equipment-years', today, organisation.place(asker), { item: thing.equipment });
  const until = years?.found ? yearsLater(thing.acquiredOn, years.value as number) : null;
  return [
    line.equipment === null
      ? { zh: '同一分类', en: 'Same class' }
      : { zh: '同一品目', en: 'Same item of the standard' },
    own
      ? { zh: '本单位闲置', en: 'Idle in the own unit' }
      : thing.poolOffer !== null && !thing.inStore
        ? { zh: '已申请入仓，待验收', en: 'Offered to the warehouse, not inspected yet' }
        : thing.state === 'pooled'
          ? thing.near
            ? { zh: '公物仓在库', en: 'In the public warehouse' }
            : { zh: '其他地区公物仓在库，可跨地区调剂', en: 'In the public warehouse of another region, for all' }
          : { zh: '同一地区其他单位闲置', en: 'Idle in another unit of the region' },
    ...(until === null
      ? []
      : until > today
        ? [{ zh: `最低使用年限至 ${until}`, en: `Its fewest years end on ${until}` }]
        : [{ zh: '已达最低使用年限，尚可使用', en: 'Past its fewest years and still of use' }]),
  ];
}

/** Declined, and whoever is above asked to look once more: to be answered anew. */
export const lookAgain = ({ answer, followed }: Pick<Match, 'answer' | 'followed'>): boolean =>
  answer === 'declined' && followed === 'look-again';

/** Matches that hold a plan up: shown and not answered, or to be answered anew, of lines that still want something. */
export const waitingOf = (lines: readonly Pick<PurchaseAnswer['lines'][number], 'open' | 'matches'>[]): Match[] =>
  lines.flatMap(({ open, matches }) =>
    open > 0 ? matches.filter((match) => match.answer === null || lookAgain(match)) : [],
  );
