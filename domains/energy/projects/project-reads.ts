import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { statementReaders } from '../statistics/statement-readers.ts';
import { ProjectAnswer, type Savings } from './contract.ts';
import { savingsOf } from './gather-savings.ts';
import { offersFor } from './project.ts';
import { findProject, settlementsOf } from './project-store.ts';
import { savingsWorkbook } from './savings-workbook.ts';

/** 节能项目: its terms, what it saved since it runs, until when that pays it back, and what was settled. */
export const oneProject = read('energy.project', {
  title: { zh: '节能项目', en: 'A saving project' },
  query: z.strictObject({ id: z.uuid() }),
  answer: ProjectAnswer,
  who: statementReaders,
  async fetch(tx, { id }, context) {
    const { meters, ...project } = await findProject(tx, id);
    const { reportingFrom } = project;
    const covered = await tx.rows<ProjectAnswer['covered'][number]>(sql`
      select m.id as meter, m.name, b.id as building, b.name as "buildingName"
        from energy.meter m join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
       where m.id = any (${[...meters]}::uuid[]) order by b.name, m.name, m.id`);
    const savings =
      reportingFrom === null || reportingFrom >= context.today
        ? null
        : await savingsOf(tx, { ...project, meters }, [reportingFrom, context.today], context);
    return {
      ...project,
      sharePercents: [...project.sharePercents],
      unitName: context.organisation.unit(project.unit)?.name ?? '',
      covered,
      savings,
      paybackYears: paybackYears(project.investmentFen, savings),
      settlements: (await settlementsOf(tx, id)).map((each) => ({ ...each, settledAt: each.settledAt.toISOString() })),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (project) => offersFor(project),
  workbook: savingsWorkbook,
});

/** Simple payback: what was invested over what a year saves, prices and use as they were in the days that count. */
function paybackYears(investmentFen: number, savings: Savings | null): number | null {
  if (savings?.status !== 'ok' || savings.savedFen === null || savings.savedFen <= 0 || !savings.shown) return null;
  return investmentFen / ((savings.savedFen / savings.counted) * 365);
}
