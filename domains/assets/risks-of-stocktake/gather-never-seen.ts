import { empty, type Id, type RiskSource, sql, type Sql } from '@opengoa/kernel';
import { cardsOf } from '../cards/cards-as-known.ts';
import { stocktakesKnown } from '../risks/as-known.ts';
import type { NeverSeenInputs } from '../risks/never-seen-at-stocktake/risk.ts';

interface Round {
  readonly card: Id;
  readonly unit: Id;
  readonly name: string;
  readonly assetNumber: string;
  readonly valueFen: number;
  readonly line: Id;
  readonly number: string;
  readonly day: string;
  readonly seen: boolean;
  readonly lost: boolean;
}

/**
 * Every card that a stocktake sealed in the period expected, with all sealed stocktakes that expected it before. Seen is what was scanned, typed or
 * picked: no stocktake is sealed before everything else is explained as lost or as there, and that it is there is what somebody says.
 */
export const neverSeen: RiskSource = {
  kit: 'never-seen-at-stocktake',
  asKnown: stocktakesKnown,
  async gather(tx, [from, to], _context, _only, knownBefore) {
    const sealedBefore = (sealedAt: Sql) => (knownBefore ? sql`and ${sealedAt} < ${knownBefore}` : empty);
    const rows = await tx.rows<Round>(sql`
      with sealed as (
        select id, number, day from assets.stocktake where state = 'closed' and day < ${to} ${sealedBefore(sql`second_at`)}
      ), touched as (
        select distinct l.card_id from assets.stocktake_line l join assets.stocktake s on (s.node_id, s.id) = (l.node_id, l.stocktake_id)
         where s.state = 'closed' and s.day >= ${from} and s.day < ${to} and l.expected and l.card_id is not null
           ${sealedBefore(sql`s.second_at`)} limit 50000)
      select c.id as card, c.unit_id as unit, c.name, c.number as "assetNumber", c.value_fen as "valueFen", l.id as line, s.number, s.day,
             l.state <> 'waiting' as seen, coalesce(l.how = 'lost', false) as lost
        from touched t
        join ${cardsOf(knownBefore)} c on c.id = t.card_id and c.state <> 'disposed'
        join assets.stocktake_line l on l.card_id = c.id and l.expected
        join sealed s on s.id = l.stocktake_id
       order by c.number, s.day, s.number`);
    return [...Map.groupBy(rows, ({ card }) => card)].map(([card, own]) => {
      const [first] = own;
      return {
        subject: { kind: 'assets.card', id: card, name: `${first!.name} ${first!.assetNumber}` },
        unit: first!.unit,
        period: [from, to] as const,
        opens: `/assets/cards/${card}`,
        inputs: {
          valueFen: first!.valueFen,
          rounds: own.map(({ line, number, day, seen, lost }) => ({ line, number, day, seen, lost })),
        } satisfies NeverSeenInputs,
      };
    });
  },
};
