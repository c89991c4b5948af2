import { sql, type Job } from '@opengoa/kernel';

/** 只读窗口到期: every open window whose last day is over is marked so. */
export const endWindows: Job = {
  name: 'end-windows',
  title: { zh: '只读窗口到期', en: 'End windows whose day is over' },
  everyMinutes: 60,
  async run({ reading, verb, context, signal }) {
    const over = await reading((tx) =>
      tx.rows<{ id: string }>(sql`
        select id from risk_centre.inspection_window where state = 'open' and to_day < ${context.today}::date order by to_day limit 500`),
    );
    for (const { id } of over) {
      if (signal.aborted) return;
      await verb('risk-centre.end-window', { window: id });
    }
  },
};
