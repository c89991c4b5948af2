import { addDays } from '@opengoa/kernel/calendar';
import { type Context, nearestHolders, sql, type Sql, type DueThing, type Reminder, type Tx } from '@opengoa/kernel';
import { validityKinds } from './words.zh.ts';

interface Ending {
  readonly vehicle: string;
  readonly unit: string;
  readonly plate: string;
  readonly ends: { readonly kind: keyof typeof validityKinds; readonly to: string }[];
}

/** Of each vehicle what ends within the notice, the earliest first; gone once something later is recorded. */
async function endingSoon(tx: Tx, { organisation, standards, today }: Context, item: string, which: Sql) {
  const days = standards.numberOn('vehicles.reminder-notice', today, [], { item });
  const rows = await tx.rows<Ending>(sql`
    select vehicle_id as vehicle, unit_id as unit, plate, json_agg(json_build_object('kind', kind, 'to', valid_to::text) order by valid_to, kind) as ends
      from vehicles_read.validity_v1
     where valid_to <= ${addDays(today, days)} and ${which}
     group by vehicle_id, unit_id, plate order by min(valid_to), plate limit 3000`);
  return rows.map(({ vehicle, unit, plate, ends }): DueThing => ({
    object: { kind: 'vehicles.vehicle', id: vehicle },
    unit,
    dueAt: new Date(`${ends[0]!.to}T17:00:00+08:00`),
    summary: `${plate} ${ends.map(({ kind, to }) => `${validityKinds[kind].zh}有效至 ${to}`).join('；')}`,
    holders: nearestHolders(organisation, 'fleet-clerk', unit),
    others: [],
    opens: '/vehicles/validity',
  }));
}

/** 保险到期: goes when the next policy's cost is recorded. */
export const insuranceReminder: Reminder = {
  name: 'insurance',
  title: { zh: '车辆保险到期', en: 'Insurance of a vehicle' },
  verbs: ['vehicles.record-cost'],
  due: (tx, context) => endingSoon(tx, context, 'insurance', sql`kind <> 'inspection'`),
};

/** 年检到期: goes when the inspection is recorded. */
export const inspectionReminder: Reminder = {
  name: 'inspection',
  title: { zh: '车辆年检到期', en: 'Inspection of a vehicle' },
  verbs: ['vehicles.record-inspection'],
  due: (tx, context) => endingSoon(tx, context, 'inspection', sql`kind = 'inspection'`),
};
