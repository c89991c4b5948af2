import { type Job, sql, verb } from '@opengoa/kernel';
import { ReckonSeats, SeatsReckoned } from './contract.ts';
import { reckonRooms } from './reckon-rooms.ts';

/** 核对用房标准: every office of a tree beside today's standards and today's posts. */
export const reckonSeats = verb('space.reckon-seats', {
  title: { zh: '核对用房标准', en: 'Reckon the standards of seats' },
  input: ReckonSeats,
  who: ['job'],
  facts: [SeatsReckoned],
  refusals: [],
  internal: true,
  async load(tx, { unit }, { organisation }) {
    const units = [...organisation.unitsBelow(unit)];
    return {
      rooms: (
        await tx.rows<{ id: string }>(
          sql`select id from space.room where unit_id = any (${units}::uuid[]) and use = 'office' order by id`,
        )
      ).map(({ id }) => id),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide: ({ rooms }, { unit }) =>
    rooms.length === 0
      ? []
      : [SeatsReckoned.of({ object: { kind: 'unit', id: unit }, unit, body: { rooms: rooms.length } })],
  async also(tx, { rooms }, _input, context) {
    await reckonRooms(tx, rooms, context);
  },
});

/** Posts end, ranks rise and standards change without an act of this room: every night all is looked at anew. */
export const reckonJob: Job = {
  name: 'reckon-seats',
  title: { zh: '核对办公用房标准', en: 'Reckon standards of offices' },
  dailyAt: '04:20',
  async run({ verb: run, context, progress, signal }) {
    const roots = context.organisation.units.filter(
      ({ parent, successors }) => parent === null && successors.length === 0,
    );
    let done = 0;
    for (const { id } of roots) {
      if (signal.aborted) return;
      await run('space.reckon-seats', { unit: id });
      progress((done += 1), roots.length);
    }
  },
};
