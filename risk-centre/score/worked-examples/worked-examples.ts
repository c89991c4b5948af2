/** Every worked example of the source, answered by the method of ours and held against what is printed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '@opengoa/kernel/seeded';
import { dataFolder } from '../read-rows.ts';
import { notThere, type Score, type ScoreLine, scoreLine } from '../score-line.ts';
import { type Answers, compared, differences, given } from './case.ts';
import { dataQuality } from './data-quality.ts';
import { energy } from './energy.ts';
import { evaluation } from './evaluation.ts';
import { ledger } from './ledger.ts';
import { procurement } from './procurement.ts';
import { reports } from './reports.ts';
import { riskEngine } from './risk-engine.ts';
import { safety } from './safety.ts';
import { services } from './services.ts';
import { spaceAndAssets } from './space-and-assets.ts';
import { systems } from './systems.ts';
import { vehicles } from './vehicles.ts';

export const workedExampleScore: Score = {
  name: 'worked-examples',
  about: 'every worked example of the methods, to 1e-5',
  lines,
  remarks: [
    'Values are rounded to six decimals in the source: equal is within 1e-5 of the value, or within that rounding. Words, flags, pairs and counts are compared exactly.',
    'Not compared are values that are no answer of a method: what was handed in, and what the source prints of naive ways.',
  ],
};

/** By the first part of a case’s name. */
const chapters: Readonly<Record<string, readonly [title: string, answers: Answers]>> = {
  prng: [
    'the generator of all fixtures',
    {
      'prng.mulberry32': (input) => {
        const next = seeded(input.num('seed'));
        return { first5: Array.from({ length: 5 }, () => next()) };
      },
    },
  ],
  energy: ['01 energy', energy],
  auth: ['02 report authenticity', reports],
  vehicle: ['03 vehicles', vehicles],
  proc: ['04 procurement', procurement],
  space: ['05 space and assets', spaceAndAssets],
  fin: ['06 finance', ledger],
  is: ['07 information systems', systems],
  safety: ['08 safety', safety],
  service: ['09 service', services],
  risk: ['10 risk engine', riskEngine],
  eval: ['11 evaluation', evaluation],
  dq: ['12 data quality', dataQuality],
};

interface WorkedCase {
  readonly input: unknown;
  readonly expected: unknown;
}

async function* lines(): AsyncGenerator<ScoreLine> {
  const path = join(dataFolder(), '..', 'methods', 'worked-examples.json');
  if (!existsSync(path)) {
    yield notThere('worked-examples.json, in the folder of methods beside the data');
    return;
  }
  const cases = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, WorkedCase>>;
  const byChapter = Map.groupBy(Object.keys(cases), (id) => id.slice(0, id.indexOf('.')));
  for (const [name, ids] of byChapter) yield await chapterLine(name, ids, cases);
}

async function chapterLine(
  name: string,
  ids: readonly string[],
  cases: Readonly<Record<string, WorkedCase>>,
): Promise<ScoreLine> {
  const [title, answers] = chapters[name] ?? [name, {}];
  const wrong: string[] = [];
  let values = 0;
  for (const id of ids) {
    const { input, expected } = cases[id]!;
    const answer = answers[id];
    try {
      if (!answer) throw new Error('no method of ours');
      const ours: unknown = await answer(given(input), given(expected), (other) => given(cases[other]?.input));
      values += compared(expected, ours);
      const own = differences(expected, ours);
      if (own.length > 0) wrong.push(`${id} (${own.slice(0, 3).join('; ')})`);
    } catch (error) {
      wrong.push(`${id} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return scoreLine({
    set: `${title}, ${values} values`,
    metric: 'cases equal to 1e-5',
    ours: `${ids.length - wrong.length} of ${ids.length}${wrong.length > 0 ? `; differ: ${wrong.join(', ')}` : ''}`,
    target: 'all',
    ok: wrong.length === 0,
  });
}
