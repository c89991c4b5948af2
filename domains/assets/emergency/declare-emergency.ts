import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { DeclareEmergency, EmergencyDeclared } from './contract.ts';
import { emergencyOf } from './emergency.ts';

/** 平转急: by a paper, for a unit and all below it; from here on rights to call may be used. */
export const declareEmergency = verb('assets.declare-emergency', {
  title: { zh: '转入应急状态', en: 'Declare an emergency' },
  input: DeclareEmergency,
  who: ['assets-clerk', 'leader'],
  facts: [EmergencyDeclared],
  refusals: ['emergency-there'],
  result: z.strictObject({ emergency: z.uuid() }),
  load: async (tx, { unit, name }) => ({
    id: newId(),
    same: await tx.rows(
      sql`select 1 from assets.emergency where unit_id = ${unit} and name = ${name} and state = 'open'`,
    ),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, same }, { unit, ...body }) {
    if (same.length > 0) return refuse('emergency-there', { name: body.name }, { status: 409 });
    return { facts: [EmergencyDeclared.of({ object: emergencyOf(id), unit, body })], result: { emergency: id } };
  },
});
