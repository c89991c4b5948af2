import { type LabelledKind, list, read, sql, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { sideOf } from '../warehouse/offer.ts';
import { TransferAnswer } from './contract.ts';
import { transferOffers } from './transfer.ts';
import { transferSides, transferStates } from './words.zh.ts';

/** 调拨单: of either side. */
export const transfers = list('assets.transfers', {
  title: words('调拨单', 'Transfers'),
  view: 'assets_read.transfer_v1',
  who: readers,
  order: '-day',
  search: 'search',
  opens: '/assets/transfers/{transfer_id}',
  columns: {
    number: { title: words('调拨单号', 'Number'), kind: 'text', filter: true },
    names: { title: words('物品', 'Things'), kind: 'text' },
    side: { title: words('方向', 'Side'), kind: 'choice', choices: transferSides, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: transferStates, filter: true },
    unit_id: { title: words('本方单位', 'Our unit'), kind: 'unit', filter: true },
    other_id: { title: words('对方单位', 'The other unit'), kind: 'unit' },
    day: { title: words('开单日期', 'Drawn up'), kind: 'day', filter: true, sort: true },
    value_fen: { title: words('原值', 'Value'), kind: 'money-fen', sum: true },
    net_fen: { title: words('净值', 'Net'), kind: 'money-fen', sum: true },
    transport_fen: { title: words('运输费', 'Transport'), kind: 'money-fen', sum: true },
    carrier: { title: words('承运', 'Carrier'), kind: 'text' },
    sent_at: { title: words('发出', 'Sent'), kind: 'instant' },
    arrived_at: { title: words('到达', 'Arrived'), kind: 'instant' },
    received_at: { title: words('接收', 'Received'), kind: 'instant' },
    transfer_id: { title: words('调拨', 'Transfer'), kind: 'id', hidden: true },
  },
});

type Row = Omit<TransferAnswer, 'unitName' | 'toName' | 'lines' | At> & { readonly [name in At]: Date | null };
type At = 'giverAt' | 'receiverAt' | 'packedAt' | 'sentAt' | 'arrivedAt' | 'receivedAt';

/** 调拨单: what goes where, at which values, who signed, and how far it is. */
export const oneTransfer = read('assets.transfer', {
  title: words('调拨单', 'A transfer'),
  query: z.strictObject({ id: z.uuid() }),
  answer: TransferAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }): Promise<TransferAnswer> {
    const row = await tx.one<Row>(sql`
      select id, unit_id as unit, to_unit as to, number, match_id as match, why, document, state, day::text as day, made_name as "madeName",
             giver_name as "giverName", giver_at as "giverAt", receiver_name as "receiverName", receiver_at as "receiverAt", packed_at as "packedAt", carrier,
             sent_at as "sentAt", transport_fen as "transportFen", arrived_at as "arrivedAt", arrived_name as "arrivedName", received_at as "receivedAt",
             received_name as "receivedName", said, version
        from assets.transfer where id = ${id}`);
    const at = (name: At) => row[name]?.toISOString() ?? null;
    return {
      ...row,
      giverAt: at('giverAt'),
      receiverAt: at('receiverAt'),
      packedAt: at('packedAt'),
      sentAt: at('sentAt'),
      arrivedAt: at('arrivedAt'),
      receivedAt: at('receivedAt'),
      unitName: organisation.unit(row.unit)?.name ?? '',
      toName: organisation.unit(row.to)?.name ?? '',
      lines: await tx.rows(sql`
        select id, card_id as card, sent_card as "sentCard", number, name, model, measure, quantity, value_fen as "valueFen",
               accumulated_fen as "accumulatedFen", value_fen - accumulated_fen as "netFen", condition, fitted, received,
               received_condition as "receivedCondition", said, settled from assets.transfer_line where transfer_id = ${id} order by number, id`),
    };
  },
  at: ({ unit, to }, _query, context) => sideOf(context, readers, [unit, to]),
  moves: (transfer) => transferOffers(transfer),
});

/** The label on the parcel. */
export const transferLabel: LabelledKind = {
  kind: 'assets.transfer',
  title: words('调拨物品', 'A transfer'),
  view: 'assets_read.labelled_transfer_v1',
  keptBy: ['assets-clerk'],
  finders: ['assets-clerk', 'clerk', 'head', 'leader'],
  opens: '/assets/transfers/{id}',
  faults: {
    damaged: words('包装破损', 'The packing is damaged'),
    wrong: words('送错地方', 'Brought to the wrong place'),
  },
  takenBy: ['assets-clerk'],
  followedBy: [],
};
