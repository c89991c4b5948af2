import {
  type Context,
  type DueThing,
  type Follower,
  type Id,
  nearestHolders,
  type Reminder,
  type Sql,
  sql,
  type Words,
  words,
} from '@opengoa/kernel';
import { transferOf } from './transfer.ts';

interface Due {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly holding: Id;
  readonly things: string;
}

/** Whose turn it is with which transfers, what is asked, and by which verbs. A turn that goes to the other side is another task. */
interface Turn {
  readonly name: string;
  readonly title: Words;
  readonly where: Sql;
  readonly side: Sql;
  readonly asked: string;
  readonly verbs: readonly string[];
}

const giver = sql`t.unit_id`;
const receiver = sql`t.to_unit`;
const turns: readonly Turn[] = [
  {
    name: 'transfer-sign-giver',
    title: words('调拨单待签字', 'A transfer to sign'),
    where: sql`t.state = 'drawn' and t.giver_name is null`,
    side: giver,
    asked: '请代表调出方签字',
    verbs: ['assets.sign-transfer'],
  },
  {
    name: 'transfer-sign-receiver',
    title: words('调拨单待签字', 'A transfer to sign'),
    where: sql`t.state = 'drawn' and t.receiver_name is null`,
    side: receiver,
    asked: '请代表调入方签字',
    verbs: ['assets.sign-transfer'],
  },
  {
    name: 'transfer-to-send',
    title: words('调拨物品待发出', 'Things to send'),
    where: sql`t.state in ('signed', 'packed')`,
    side: giver,
    asked: '双方已签字，请打包、发出',
    verbs: ['assets.pack-transfer', 'assets.send-transfer'],
  },
  {
    name: 'transfer-to-receive',
    title: words('调拨物品待接收', 'Things to receive'),
    where: sql`t.state in ('on-the-way', 'arrived')`,
    side: receiver,
    asked: '已发出，到达后请清点接收',
    verbs: ['assets.arrive-transfer', 'assets.receive-transfer'],
  },
  {
    name: 'transfer-differs',
    title: words('清点差异待处理', 'A difference to settle'),
    where: sql`t.state = 'differs'`,
    side: giver,
    asked: '实收与发出不一致，请处理差异',
    verbs: ['assets.settle-shortfall'],
  },
];

const keepers = ({ organisation }: Pick<Context, 'organisation'>, unit: Id): readonly Id[] =>
  nearestHolders(organisation, 'assets-clerk', unit);

/** 调拨待办: each step of a transfer is a task of the side whose turn it is, so that nothing waits because nobody was told. */
export const transferReminders: readonly Reminder[] = turns.map(({ name, title, where, side, asked, verbs }) => ({
  name,
  title,
  verbs,
  async due(tx, context) {
    const rows = await tx.rows<Due>(sql`
      select t.id, t.unit_id as unit, ${side} as holding, t.number,
             (select string_agg(concat(l.name, ' ', l.quantity, ' ', l.measure), '、' order by l.name) from assets.transfer_line l
               where (l.node_id, l.transfer_id) = (t.node_id, t.id)) as things
        from assets.transfer t where ${where} order by t.id limit 2000`);
    return rows.map(({ id, unit, holding, number, things }): DueThing => ({
      object: transferOf(id),
      unit,
      dueAt: null,
      summary: `${number} ${things.slice(0, 300)}：${asked}`,
      holders: keepers(context, holding),
      others: [],
      opens: `/assets/transfers/${id}`,
    }));
  },
}));

/** 待开调拨单: the giver’s head has agreed, and no papers were drawn up yet. */
export const drawReminder: Reminder = {
  name: 'transfer-to-draw',
  title: { zh: '待开调拨单', en: 'Papers to be drawn up' },
  verbs: ['assets.draw-transfer'],
  async due(tx, context) {
    const rows = await tx.rows<{ id: Id; giver: Id; unit: Id; name: string; quantity: number; measure: string }>(sql`
      select m.id, m.giver_id as giver, m.unit_id as unit, m.name, m.quantity, m.measure from assets.match m where m.state = 'approved'
       order by m.id limit 2000`);
    return rows.map(({ id, giver: unitOfGiver, unit, name, quantity, measure }): DueThing => ({
      object: { kind: 'assets.match', id },
      unit: unitOfGiver,
      dueAt: null,
      summary: `${name} ${quantity} ${measure}已同意调剂给${context.organisation.unit(unit)?.name ?? ''}，请开具调拨单`,
      holders: keepers(context, unitOfGiver),
      others: [],
      opens: `/assets/matches/${id}`,
    }));
  },
};

/** Whose turn it is changes with each step: reminders are asked at once, not with their next round. */
export const followTransfers: Follower = {
  name: 'transfer-steps',
  of: [
    'assets.MatchApproved',
    'assets.TransferDrawn',
    'assets.TransferSigned',
    'assets.TransferPacked',
    'assets.TransferSent',
    'assets.TransferArrived',
    'assets.TransferReceived',
    'assets.ShortfallSettled',
    'assets.TransferCancelled',
  ],
  follow: async () => undefined,
  queues: () => ({ job: 'kernel.remind', asked: {} }),
};
