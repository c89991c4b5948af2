import { isRefusal, type Job } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { unitsWithBuildings } from '../tenure/tenure-store.ts';
import { dayAfterMonth, firstDay, monthBefore } from './statement.ts';

/** 月初生成月报: every institution with a building finds last month's form on the desk, pre-filled. One that is there already stays as it is. */
export const openStatements: Job = {
  name: 'open-statements',
  title: { zh: '月初生成统计月报', en: 'Open the monthly statements' },
  dailyAt: '05:40',
  async run({ reading, verb, context, signal, progress }, asked) {
    const { organisation, today } = context;
    const month = (asked['month'] as string | undefined) ?? monthBefore(today.slice(0, 7));
    const units = await reading((tx) => unitsWithBuildings(tx, firstDay(month), addDays(dayAfterMonth(month), -1)));
    const institutions = new Set(
      units.flatMap(({ unit }) => {
        const institution = organisation.institutionOf(unit);
        return institution?.kind === 'institution' && institution.validTo === null ? [institution.id] : [];
      }),
    );
    let done = 0;
    for (const unit of institutions) {
      if (signal.aborted) return;
      const answer = await verb('energy.open-statement', { unit, month });
      if (isRefusal(answer) && answer.code !== 'statement-exists')
        throw new Error(`${unit} ${month}: ${answer.code} ${JSON.stringify(answer.data)}`);
      progress((done += 1), institutions.size);
    }
  },
};
