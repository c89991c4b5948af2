import { type DueThing, isRefusal, type Job, nearestHolders, type Reminder, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

interface Out {
  readonly id: string;
  readonly unit: string;
  readonly keeper: string;
  readonly offer: string;
  readonly number: string;
  readonly name: string;
  readonly quantity: number;
  readonly measure: string;
  readonly due: string;
}

const endOf = (day: string): Date => new Date(`${day}T23:59:59+08:00`);
const noticeDays = 'assets.pool-days';

/** 公物仓借用到期: whoever borrowed it is told before and after; whoever lent it, too. It goes with the return. */
export const loanReminder: Reminder = {
  name: 'pool-loan',
  title: { zh: '公物仓借用到期', en: 'A loan of the warehouse is due' },
  verbs: ['assets.return-loan'],
  async due(tx, { organisation, standards, today }) {
    const until = addDays(today, standards.numberOn(noticeDays, today, [], { item: 'notice' }));
    const rows = await tx.rows<Out>(sql`
      select id, unit_id as unit, keeper_id as keeper, offer_id as offer, number, name, quantity, measure, due_day::text as due
        from assets.loan where state = 'out' and due_day <= ${until} order by due_day, id limit 3000`);
    return rows.map((row): DueThing => {
      const lenders = nearestHolders(organisation, 'assets-clerk', row.keeper);
      return {
        object: { kind: 'assets.loan', id: row.id },
        unit: row.keeper,
        dueAt: endOf(row.due),
        late: row.due < today,
        summary: `${row.number} ${row.name} ${row.quantity} ${row.measure}，${organisation.unit(row.unit)?.name ?? ''}借用，${row.due} 应归还`,
        holders: nearestHolders(organisation, 'assets-clerk', row.unit),
        others: lenders,
        opens: `/assets/warehouse/${row.offer}`,
      };
    });
  },
};

/** 预约待领取: whoever keeps a reserved thing hands it out before the reservation is over. */
export const reservationReminder: Reminder = {
  name: 'pool-reservation',
  title: { zh: '公物仓预约待办理', en: 'A reservation of the warehouse' },
  verbs: ['assets.lend-offer'],
  async due(tx, { organisation, today }) {
    const rows = await tx.rows<Out>(sql`
      select c.id, c.unit_id as unit, c.keeper_id as keeper, c.offer_id as offer, o.number, o.name, c.quantity, o.measure, c.until_day::text as due
        from assets.claim c join assets.offer o on (o.node_id, o.id) = (c.node_id, c.offer_id)
       where c.kind = 'reservation' and c.state = 'held' and c.until_day >= ${today} order by c.until_day, c.id limit 3000`);
    return rows.map((row): DueThing => ({
      object: { kind: 'assets.reservation', id: row.id },
      unit: row.keeper,
      dueAt: endOf(row.due),
      summary: `${organisation.unit(row.unit)?.name ?? ''}预约 ${row.name} ${row.quantity} ${row.measure}，保留至 ${row.due}`,
      holders: nearestHolders(organisation, 'assets-clerk', row.keeper),
      others: nearestHolders(organisation, 'assets-clerk', row.unit),
      opens: `/assets/warehouse/${row.offer}`,
    }));
  },
};

/** 预约到期: what was not fetched by its day is free again. */
export const endReservations: Job = {
  name: 'end-reservations',
  title: { zh: '公物仓预约到期', en: 'End reservations whose day is over' },
  dailyAt: '00:20',
  async run({ context, reading, verb, progress, signal }) {
    const over = await reading((tx) =>
      tx.rows<{ id: string; version: number }>(sql`
        select id, version from assets.claim where kind = 'reservation' and state = 'held' and until_day < ${context.today} order by id limit 5000`),
    );
    for (const [i, { id, version }] of over.entries()) {
      if (signal.aborted) return;
      progress(i, over.length);
      const answer = await verb('assets.end-reservation', { reservation: id, version, why: '预约到期' });
      if (isRefusal(answer) && answer.status !== 409) throw new Error(answer.code);
    }
    progress(over.length, over.length);
  },
};
