import { type Id, nearestHolders, type Reminder, sql } from '@opengoa/kernel';

/** 应急调用待出库: on the keeper's desk until it is handed out or taken back. */
export const callReminder: Reminder = {
  name: 'emergency-call',
  title: { zh: '应急调用待出库', en: 'Called in an emergency' },
  verbs: ['assets.hand-out-call'],
  async due(tx, { organisation }) {
    const rows = await tx.rows<{ id: Id; unit: Id; keeper: Id; said: string }>(sql`
      select id, unit_id as unit, keeper_id as keeper, number || ' ' || name || ' ' || quantity || ' ' || measure || '，送到 ' || place as said
        from assets.emergency_call where state = 'called' order by made_at, id limit 2000`);
    return rows.map(({ id, unit, keeper, said }) => ({
      object: { kind: 'assets.emergency-call', id },
      unit: keeper,
      dueAt: null,
      late: true,
      summary: `${organisation.unit(unit)?.name ?? ''}应急调用 ${said}`,
      holders: nearestHolders(organisation, 'assets-clerk', keeper),
      others: [],
      opens: '/assets/emergency-calls',
    }));
  },
};
