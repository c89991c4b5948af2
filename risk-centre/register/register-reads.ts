import { inScope, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { precisionOf, type OutcomeCounts } from '../methods/indicator-precision.ts';
import { ofTrial } from '../chain/of-trial.ts';
import { countOutcomes, kitStates, lastRuns, tunedSettings } from './kit-store.ts';
import { countsFor, fewestVerdicts } from './measured-kits.ts';

const who = ['risk-officer', 'superior', 'head', 'leader'] as const;

const measured = z.strictObject({ reviewed: z.number(), mean: z.number(), lower: z.number(), upper: z.number() });

/** Precision with its 90 % interval, or null below the fewest verdicts: no figure is better than one that says nothing. */
export function precisionShown(counts: OutcomeCounts, fewest: number): z.infer<typeof measured> | null {
  const found = precisionOf(counts);
  return found.status === 'ok' && found.reviewed >= fewest
    ? { reviewed: found.reviewed, mean: found.mean, lower: found.lower, upper: found.upper }
    : null;
}

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** The paper a kit follows; `number` is the paper’s own. */
export const Article = z.object({
  document: z.string(),
  number: z.exactOptional(z.string()),
  article: z.exactOptional(z.string()),
});

const kitAnswer = z.strictObject({
  id: z.string(),
  title: words,
  question: words,
  version: z.string(),
  state: z.string(),
  evidenceClass: z.string(),
  subject: z.string(),
  article: Article,
  remedy: words,
  knownFalseAlarms: z.array(words),
  /** Indicators of the methods it computes. */
  indicators: z.array(z.string()),
  /** What else it shares a finding with. */
  together: z.array(z.string()),
  /** At once where a fact calls for it; otherwise by night. */
  atOnce: z.boolean(),
  /** What of its source can be read as it was known on a past day; null where rows are read as they stand today. */
  asKnown: words.nullable(),
  prior: z.number(),
  settings: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      own: z.number(),
      from: z.number(),
      to: z.number(),
      unit: z.string(),
    }),
  ),
  /** Limits as they are in force today where the reader stands; null where none is. */
  standards: z.array(
    z.strictObject({
      name: z.string(),
      id: z.string(),
      value: z.union([z.number(), z.string(), z.boolean()]).nullable(),
      unit: z.string(),
      article: Article.nullable(),
    }),
  ),
  outcomes: z.record(z.string(), z.number()),
  verdicts: z.number(),
  precision: measured.nullable(),
  lastRun: z
    .strictObject({
      at: z.iso.datetime(),
      period: z.tuple([z.string(), z.string()]),
      looked: z.number(),
      flagged: z.number(),
      clear: z.number(),
      insufficient: z.number(),
      notApplicable: z.number(),
    })
    .nullable(),
});

/** 规则登记册: every kit with its question, paper, settings and how well it has done so far: precision with its 90 % interval. */
export const kits = read('risk-centre.kits', {
  title: { zh: '规则登记册', en: 'Register of kits' },
  query: z.strictObject({}),
  answer: z.strictObject({ fewest: z.number(), kits: z.array(kitAnswer) }),
  who,
  async fetch(tx, _query, context) {
    const mine = inScope(context, who);
    const counted = await countOutcomes(tx, sql`${mine} and ${ofTrial(context)}`);
    const ran = new Map((await lastRuns(tx, mine)).map((run) => [run.kit, run]));
    const tuned = await tunedSettings(tx);
    const states = await kitStates(tx);
    const fewest = fewestVerdicts(context);
    const place = context.actor.unit === null ? [] : context.organisation.place(context.actor.unit);
    return {
      fewest,
      kits: [...context.kits.values()].map(({ kit, looksAgain, asKnown }) => {
        const outcomes = countsFor(kit.id, counted);
        const run = ran.get(kit.id);
        return {
          id: kit.id,
          title: kit.title,
          question: kit.question,
          version: kit.version,
          state: states.get(kit.id) ?? kit.state,
          evidenceClass: kit.evidenceClass,
          subject: kit.subject,
          article: kit.article,
          remedy: kit.remedy,
          knownFalseAlarms: Object.values(kit.knownFalseAlarms),
          indicators: [...kit.indicators],
          together: [...context.kits.values()].flatMap((other) =>
            other.kit.risk === kit.risk && other.kit.id !== kit.id ? [other.kit.id] : [],
          ),
          atOnce: looksAgain !== undefined,
          asKnown: asKnown ?? null,
          prior: kit.prior,
          settings: Object.entries(kit.settings).map(([name, { value, range, unit }]) => ({
            name,
            value: tuned.get(kit.id)?.[name] ?? value,
            own: value,
            from: range[0],
            to: range[1],
            unit,
          })),
          standards: Object.entries(kit.standards).map(([name, { id, selector, unit }]) => {
            const found = context.standards.valueOn(id, context.today, place, selector);
            return {
              name,
              id,
              value: found.found && typeof found.value !== 'object' ? found.value : null,
              unit,
              article: found.found ? found.source : null,
            };
          }),
          outcomes: { ...outcomes },
          verdicts: Object.values(outcomes).reduce((sum, n) => sum + n, 0),
          precision: precisionShown(outcomes, fewest),
          lastRun: run
            ? {
                at: run.at.toISOString(),
                period: [run.periodFrom, run.periodTo] as [string, string],
                looked: run.looked,
                flagged: run.flagged,
                clear: run.clear,
                insufficient: run.insufficient,
                notApplicable: run.notApplicable,
              }
            : null,
        };
      }),
    };
  },
});
