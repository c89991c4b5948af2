import { type Context, type FactDraft, newId, sql, TaskRaised, verb, type Tx } from '@opengoa/kernel';
import type { Job } from '@opengoa/kernel';
import { z } from 'zod';

interface Due {
  readonly id: string;
  readonly unit: string;
  readonly plate: string;
  readonly item: string;
  readonly dueDay: string | null;
  readonly kmLeft: number | null;
}

/** Items whose kilometres or day have come, or will within the notice of the standard, and of which nobody has been reminded. */
const dueServices = (tx: Tx, { standards, today }: Context) => {
  const notice = (item: string) => standards.numberOn('vehicles.service-notice', today, [], { item });
  return tx.rows<Due>(sql`
    select s.id, s.unit_id as unit, s.plate, s.item, s.due_day as "dueDay", s.km_left as "kmLeft" from vehicles_read.service_v1 s
     where (s.km_left <= ${notice('km')} or s.due_day <= ${today}::date + ${notice('days')}::int)
       and not exists (select 1 from kernel.task t where t.object_id = s.id and t.state = 'open')
     order by s.id limit 500`);
};

/** 保养提醒: a task for the fleet clerk nearest to the vehicle; it goes when the service is recorded. */
export const remindServices = verb('vehicles.remind-services', {
  title: { zh: '保养提醒', en: 'Remind of services' },
  input: z.strictObject({}),
  who: ['job'],
  facts: [],
  refusals: [],
  internal: true,
  load: (tx, _input, context) => dueServices(tx, context),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (services, _input, context) => services.flatMap((service) => taskFor(service, context)),
});

function taskFor({ id, unit, plate, item, dueDay, kmLeft }: Due, { organisation, now }: Context): FactDraft[] {
  const holders = organisation
    .chain(unit)
    .map((each) => organisation.holdersOfRole('fleet-clerk', each.id))
    .find((persons) => persons.length > 0);
  if (!holders) return [];
  const left = kmLeft === null ? '' : kmLeft < 0 ? `，已超 ${-kmLeft} km` : `，还可行驶 ${kmLeft} km`;
  return [
    TaskRaised.of({
      object: { kind: 'vehicles.service', id },
      unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '车辆保养', en: 'Service a vehicle' },
          holders: [...holders],
          copied: [],
          due: dueDay === null ? now.toISOString() : new Date(`${dueDay}T17:00:00+08:00`).toISOString(),
        },
        kind: 'vehicles.service',
        asker: null,
        summary: `${plate} ${item}${dueDay === null ? '' : `，应于 ${dueDay} 前`}${left}`,
        opens: '/vehicles/service',
        verbs: ['vehicles.record-service'],
      },
    }),
  ];
}

export const serviceReminders: Job = {
  name: 'remind-services',
  title: { zh: '保养提醒', en: 'Reminders of services' },
  dailyAt: '06:40',
  async run({ verb: run }) {
    await run('vehicles.remind-services', {});
  },
};
