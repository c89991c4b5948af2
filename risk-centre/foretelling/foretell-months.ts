import { isRefusal, type Id, type Job } from '@opengoa/kernel';
import { sql } from '@opengoa/kernel';
import type { z } from 'zod';
import type { ForetellMonth } from './contract.ts';
import { foretellOutcome, type ToldOutcome } from './foretell-outcome.ts';
import { findRuns, openRows } from './month-store.ts';
import { monthDay, outcomeRows, subjectMonths, type OutcomeRow } from './outcome-rows.ts';

type Asked = z.infer<typeof ForetellMonth>;

/** 预测下月: each night what is foretold of the month after the newest known one, once a month; when asked, anew. What became of what was foretold is noted every night. */
export const foretellMonths: Job = {
  name: 'foretell-months',
  title: { zh: '预测下月', en: 'Foretell next months' },
  dailyAt: '05:40',
  async run(run, asked) {
    const { organisation, now, today, standards } = run.context;
    const fewest = standards.numberOn('risk-centre.next-month', today, [], { item: 'tried-months' });
    const rows = await run.reading((tx) => outcomeRows(tx, now, sql`true`));
    for (const root of organisation.units.filter(({ parent }) => parent === null)) {
      const below = new Set(organisation.unitsBelow(root.id));
      const mine = rows.filter(({ unit }) => below.has(unit));
      const runs = await run.reading((tx) => findRuns(tx, root.id));
      for (const [outcome, of] of Map.groupBy(mine, (row) => row.outcome)) {
        if (run.signal.aborted) return;
        const told = foretellOutcome(subjectMonths(of), fewest);
        if (!told) continue;
        const open = await run.reading((tx) => openRows(tx, outcome, [...below]));
        const came = cameOf(open, of);
        const known = runs.get(outcome);
        const same =
          known?.month === monthDay(told.month) &&
          known.status === told.status &&
          (told.status === 'model' || known.months === told.months);
        if (same && asked['again'] !== true) {
          if (came.length > 0) await note(run, { ...askedOf(root.id, of, told, came), rows: [] });
          continue;
        }
        await note(run, askedOf(root.id, of, told, came));
      }
    }
  },
};

async function note(run: Parameters<Job['run']>[0], asked: Asked): Promise<void> {
  const answer = await run.verb('risk-centre.foretell-month', asked);
  if (isRefusal(answer)) throw new Error(`${asked.outcome}: ${answer.code} ${JSON.stringify(answer.data)}`);
}

/** Of rows still open, those whose month is known by now. */
function cameOf(open: Awaited<ReturnType<typeof openRows>>, rows: readonly OutcomeRow[]): Asked['came'] {
  const happened = new Map(rows.map((row) => [`${row.subject} ${row.month}`, row.happened]));
  return open.flatMap(({ id, subject, month }) => {
    const came = happened.get(`${subject} ${month}`) ?? null;
    return came === null ? [] : [{ row: id, happened: came }];
  });
}

function askedOf(root: Id, of: readonly OutcomeRow[], told: ToldOutcome, came: Asked['came']): Asked {
  const newest = new Map(of.map((row) => [row.subject, row]));
  const { zh, en, outcome } = of[0]!;
  return {
    root,
    outcome,
    title: { zh, en },
    month: monthDay(told.month),
    status: told.status,
    months: told.months,
    times: told.times,
    tried: told.tried && {
      foretold: told.tried.foretold,
      happened: told.tried.happened,
      bins: [...told.tried.reliability.bins],
      brier: told.tried.reliability.brier,
      calibrationError: told.tried.reliability.calibrationError,
      skill: told.tried.skill,
      auc: told.tried.auc,
      baselines: { ...told.tried.baselines },
    },
    why: [...told.why],
    rows: [...told.subjects].map(([subject, { months, times }]) => {
      const { unit, kind, name } = newest.get(subject)!;
      const foretold = told.foretold.get(subject);
      return {
        unit,
        kind,
        subject,
        name,
        probability: foretold?.probability ?? null,
        months,
        times,
        because: [...(foretold?.because ?? [])],
      };
    }),
    came,
  };
}
