import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Places } from './places.ts';
import { atEach, idsOf, type Things } from './things.ts';

/** A vehicle with its label, one without, and reports of a fault: one new, one handled, by the asker of the place. */
export async function thingsOfFaults(town: Town, places: Places, at: Date): Promise<Things> {
  const made = await atEach(places, ({ unit, word, locals }) =>
    behindTheWalls(town, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from vehicles.vehicle where unit_id = $1 and state <> 'retired' order by id limit 2`,
        [unit],
      );
      const [vehicle, bare] = rows.map(({ id }) => id) as [string, string];
      const [label, reported, handled] = [newId(), newId(), newId()] as [string, string, string];
      await client.query(
        `insert into kernel.label (node_id, id, kind, object_id, token, made_at) values (1, $1, 'vehicles.vehicle', $2, $3, $4)`,
        [label, vehicle, label.replaceAll('-', '').slice(-22), at],
      );
      await client.query(
        `insert into kernel.service_desk (node_id, unit_id, name, phone, hours) values (1, $1, '值班室', '0990-7654321', '全天')`,
        [unit],
      );
      for (const [id, state] of [
        [reported, 'reported'],
        [handled, 'handled'],
      ])
        await client.query(
          `insert into kernel.fault_report (node_id, id, unit_id, number, kind, object_id, thing, what, said, state, tracking, reporter_id, reported_at, due_at, ended_at)
           values (1, $1::uuid, $2, $3, 'vehicles.vehicle', $4, $3, 'tyre', $3, $5, uuid_send($1::uuid), $6, $7, $7, $7)`,
          [id, unit, word, vehicle, state, locals.asker, at],
        );
      return { vehicle, bare, reported, handled };
    }),
  );
  const report =
    (which: 'reported' | 'handled', more: object = {}) =>
    ({ relation }: { relation: keyof typeof made }) => ({ report: made[relation][which], ...more });
  return {
    // Of the vehicles themselves the fleet tells.
    ids: idsOf(
      Object.fromEntries(
        Object.entries(made).map(([relation, { reported, handled }]) => [relation, { reported, handled }]),
      ) as unknown as typeof made,
    ),
    inputs: {
      'kernel.make-labels': ({ relation }) => ({ kind: 'vehicles.vehicle', objects: [made[relation].bare] }),
      'kernel.revoke-label': ({ relation }) => ({
        kind: 'vehicles.vehicle',
        object: made[relation].vehicle,
        why: '遗失',
      }),
      'kernel.label-sheet': () => ({ kind: 'vehicles.vehicle' }),
      'kernel.scan': () => ({ code: '没有的编号' }),
      'kernel.take-fault-report': report('reported'),
      'kernel.handle-fault-report': report('reported', { answer: '已修好' }),
      'kernel.disown-fault-report': report('reported', { whose: '物业', answer: '已转告' }),
      'kernel.confirm-fault-fixed': report('handled'),
      'kernel.reopen-fault-report': report('handled', { why: '仍未修好' }),
      'kernel.fault-report': ({ relation }) => ({ id: made[relation].reported }),
      'kernel.fault-switches': () => ({}),
      'kernel.switch-fault-reports': ({ unit }) => ({ unit, open: false, why: '检修' }),
      'kernel.keep-service-desk': ({ unit }) => ({ unit, name: '值班室', phone: '0990-1234567' }),
    },
  };
}
