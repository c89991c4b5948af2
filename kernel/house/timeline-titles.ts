import { timelineBy } from '../audit/timeline.ts';
import type { Kernel } from '../kernel.ts';
import type { AnyRead } from '../reads/read.ts';
import { mayReadIn } from '../talk/see-thing.ts';
import { factTitles } from './record-list.ts';

/** 经过 in the words of the whole house: each fact by its title. */
export function timelineIn(kernel: Kernel): AnyRead {
  const titles = factTitles(kernel);
  const timeline = timelineBy(mayReadIn(kernel));
  return {
    ...timeline,
    async fetch(tx, query, context) {
      const { entries } = await timeline.fetch(tx, query, context);
      return { entries: entries.map((entry) => ({ ...entry, title: titles.get(entry.type) ?? null })) };
    },
  } satisfies typeof timeline as AnyRead;
}
