import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { DefectFound, ReportDefect } from './contract.ts';
import { defectOf, lockPatrol, patrolMoves } from './patrol.ts';

/** 登记问题: what was found on the round, where, with photos; by who walks. */
export const reportDefect = verb('space.report-defect', {
  title: { zh: '登记问题', en: 'Report a defect' },
  input: ReportDefect,
  who: ['space-clerk', 'self'],
  on: 'space.patrol',
  facts: [DefectFound],
  refusals: ['not-now', 'room-not-in-building'],
  load: async (tx, { patrol, room }) => ({
    id: newId(),
    patrol: await lockPatrol(tx, patrol),
    room:
      room === null
        ? undefined
        : await tx.maybe<{ building: string; number: string }>(
            sql`select building_id as building, number from space.room where id = ${room}`,
          ),
  }),
  at: ({ patrol }) => ({ unit: patrol.unit, person: patrol.person }),
  decide({ id, patrol, room }, input) {
    const closed = patrolMoves.refusal(patrol.state, 'space.report-defect');
    if (closed) return closed;
    if (input.room !== null && room?.building !== patrol.building) return refuse('room-not-in-building');
    const place = [room?.number, input.place].filter(Boolean).join(' ');
    const facets = input.room === null ? {} : { place: { kind: 'room' as const, id: input.room, name: room!.number } };
    const body = { ...input, place, person: patrol.person };
    return [DefectFound.of({ object: defectOf({ id }), unit: patrol.unit, body, facets })];
  },
});
