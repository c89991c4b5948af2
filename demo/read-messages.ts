import { sql } from '@opengoa/kernel';
import { reading, type Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { named } from './cast.ts';
import { daysBefore, minuteOf } from './days.ts';

/** What came before yesterday was read by the evening of its day: the newcomer's bell rings for what is new. */
export async function readOldMessages(kernel: Kernel, today: string): Promise<void> {
  const since = minuteOf(daysBefore(today, 1), 0);
  for (const { name } of named) {
    const actor = as(name);
    const old = await reading(kernel, { actor, who: ['signed-in'], room: 'kernel' }, (tx) =>
      tx.rows<{ id: string }>(
        sql`select id from kernel.message where person_id = ${actor.person} and read_at is null and at < ${since} order by id`,
      ),
    );
    const evening = atTime(kernel, new Date(since.getTime() - 6 * 3_600_000));
    for (let at = 0; at < old.length; at += 200)
      await does(evening, actor, 'kernel.mark-read', { messages: old.slice(at, at + 200).map(({ id }) => id) });
  }
}
