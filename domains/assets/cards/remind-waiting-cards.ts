import { type DueThing, type Follower, nearestHolders, type Reminder, sql } from '@opengoa/kernel';

interface Row {
  readonly unit: string;
  readonly name: string;
  readonly ended: string;
  readonly heirs: string;
  readonly cards: number;
}

/** 待划转资产: after a split nobody but a person knows whose each thing becomes; whoever keeps the ledger is asked until all are transferred. */
export const waitingCardsReminder: Reminder = {
  name: 'waiting-cards',
  title: { zh: '机构分设后资产待划转', en: 'Assets of a split unit wait' },
  verbs: ['assets.transfer-cards'],
  async due(tx, { organisation, today }) {
    const rows = await tx.rows<Row>(sql`
      select s.from_unit as unit, u.name, min(s.day)::text as ended, string_agg(h.name, '、' order by h.name) as heirs, c.cards
        from kernel.unit_succession s
        join kernel.unit u on (u.node_id, u.id) = (s.node_id, s.from_unit)
        join kernel.unit h on (h.node_id, h.id) = (s.node_id, s.to_unit)
        join (select node_id, unit_id, count(*)::int as cards from assets.card where state <> 'disposed' and facet_kind is null
               group by 1, 2) c on (c.node_id, c.unit_id) = (s.node_id, s.from_unit)
       where s.kind = 'split' and s.day <= ${today}::date group by s.from_unit, u.name, c.cards order by 3, 1 limit 1000`);
    return rows.map(({ unit, name, ended, heirs, cards }): DueThing => ({
      object: { kind: 'unit', id: unit },
      unit,
      dueAt: null,
      summary: `${name}已于 ${ended} 分设为${heirs}，尚有 ${cards} 项资产待选择承接单位`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: `/assets/cards?f.unit_id=${unit}`,
    }));
  },
};

/** The task comes with the split and goes with the last thing: reminders are asked at once, not with their next round. */
export const followSplits: Follower = {
  name: 'split-units',
  of: ['kernel.UnitSplit'],
  follow: async () => undefined,
  queues: () => ({ job: 'kernel.remind', asked: {} }),
};
