import { stale, verb } from '@opengoa/kernel';
import { EmergencyEnded, EndEmergency } from './contract.ts';
import { emergencyMoves, emergencyOf } from './emergency.ts';
import { lockEmergency } from './emergency-store.ts';

/** 急转平: no further calls; what is out comes back by the day of its loan. */
export const endEmergency = verb('assets.end-emergency', {
  title: { zh: '转回平时', en: 'End the emergency' },
  input: EndEmergency,
  who: ['assets-clerk', 'leader'],
  on: 'assets.emergency',
  facts: [EmergencyEnded],
  refusals: ['not-now', 'stale-version'],
  load: (tx, { emergency }) => lockEmergency(tx, emergency),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, state, version: now }, { version, said }) {
    const closed = emergencyMoves.refusal(state, 'assets.end-emergency');
    if (closed) return closed;
    if (version !== now) return stale({ version: now });
    return [EmergencyEnded.of({ object: emergencyOf(id), unit, body: { said } })];
  },
});
