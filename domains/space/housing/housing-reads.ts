import { inScope, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { applicationOffers, applicationPlace } from './application.ts';
import { HomeAnswer, HomeApplicationAnswer, HousingAnswer } from './contract.ts';
import { homeOffers } from './home.ts';
import { homeKeepers } from './housing-readers.ts';
import { findApplication, findHome } from './housing-store.ts';
import { unitInFull } from './unit-in-full.ts';

const which = z.strictObject({ id: z.uuid() });

/** 周转住房: one home. Who lives there stands in the ledger of stays. */
export const oneHome = read('space.home', {
  title: { zh: '周转住房', en: 'A home' },
  query: which,
  answer: HomeAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const home = await findHome(tx, id);
    return { ...home, unitName: organisation.unit(home.unit)?.name ?? '' };
  },
  at: ({ unit }) => ({ unit }),
  moves: (home) => homeOffers(home),
});

/** 住房申请: what is asked, who holds it, and which home was found. */
export const oneHomeApplication = read('space.home-application', {
  title: { zh: '住房申请', en: 'An application for a home' },
  query: which,
  answer: HomeApplicationAnswer,
  who: ['self', 'holder', ...homeKeepers],
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const { askedAt, ...application } = await findApplication(tx, id);
    const home =
      application.home === null
        ? undefined
        : await tx.maybe<{ rent: number }>(
            sql`select rent_fen::float8 as rent from space.home where id = ${application.home}`,
          );
    return {
      ...application,
      unitName: unitInFull(context, application.unit),
      askedAt: askedAt.toISOString(),
      homeRentFen: home?.rent ?? null,
      waiting: await holdersOf(tx, id),
    };
  },
  at: (application) => applicationPlace(application),
  moves: (application) => applicationOffers(application),
});

/** Who holds an open task of it. */
const holdersOf = async (tx: Tx, object: string): Promise<string[]> =>
  (
    await tx.rows<{ name: string }>(sql`
      select distinct p.name from kernel.task t
        join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id) and h.part = 'holder'
        join kernel.person p on (p.node_id, p.id) = (h.node_id, h.person_id)
       where t.object_id = ${object} and t.state = 'open' order by 1`)
  ).map(({ name }) => name);

/** 住房保障概况: each number is the total of the list that it opens. */
export const housingFigures = read('space.housing', {
  title: { zh: '周转住房概况', en: 'Homes in figures' },
  query: z.strictObject({}),
  answer: HousingAnswer,
  who: homeKeepers,
  async fetch(tx, _query, context) {
    const reach = inScope(context, homeKeepers);
    const homes = await tx.one<Pick<HousingAnswer, 'homes' | 'let' | 'vacant'>>(sql`
      select count(*)::int as homes, count(*) filter (where state = 'let')::int as let, count(*) filter (where state = 'vacant')::int as vacant
        from space.home where ${reach}`);
    const waiting = await tx.one<Pick<HousingAnswer, 'asked' | 'approved'>>(sql`
      select count(*) filter (where state = 'asked')::int as asked, count(*) filter (where state = 'approved')::int as approved
        from space.home_application where ${reach}`);
    return { ...homes, ...waiting };
  },
});
