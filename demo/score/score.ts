/**
 * Scores the rules on the demo city: what was planted, what was asked about, what was missed, what was asked for nothing.
 *
 *   npm run demo:score [-- --seed 7] [-- --share 0.25] [-- --kits space] [-- --json] [-- --data <folder>]
 *
 * Loads the city of the seed into a store of its own (or takes a folder that this command kept), runs every kit over its year and prints recall and
 * precision with Wilson's intervals; with `--kits` only those whose name begins so. Exits 1 when a kit lies under its floor (floors.yaml).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { parse } from 'yaml';
import { loadingMark, openHouse, readSettings } from '@opengoa/host/house';
import { addDays } from '@opengoa/kernel/calendar';
import { planCity, usualSeed } from '../city/plan-city.ts';
import { loadDemo } from '../load-demo.ts';
import { answerKey, countedBy } from './answer-key.ts';
import { findFlagged, runYear } from './find-flagged.ts';
import { ofTheCity } from './of-the-city.ts';
import { type Floor, type KitScore, scoreOf, underFloors } from './judge-score.ts';

const { values: asked } = parseArgs({
  options: {
    seed: { type: 'string' },
    data: { type: 'string' },
    share: { type: 'string' },
    kits: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const seed = Number(asked.seed ?? usualSeed);
const share = Number(asked.share ?? 1);
/** The kits that are run and scored. */
const kits = Object.keys(countedBy).filter((kit) => kit.startsWith(asked.kits ?? ''));
const say = (line: string) => process.stderr.write(`${line}\n`);
const data = asked.data ?? mkdtempSync(join(tmpdir(), 'opengoa-score-'));
const scoredMark = join(data, 'scored.json');

const house = await openHouse({
  settings: readSettings({ OPENGOA_DATA: data }),
  log: pino({ level: 'silent' }),
  progress: () => undefined,
  poolSize: 14,
  statementMs: 600_000,
  lazyCommits: true,
});
/** What a folder remembers: whose city it holds, and whether the kits ran over it. */
interface Kept {
  readonly seed: number;
  readonly today: string;
  readonly state: 'loaded' | 'run';
  /** Which kits ran; all of them where nothing is said. */
  readonly kits?: string;
}

let under: string[] = [];
try {
  const { kernel } = house;
  const calendar = kernel.registers.calendar();
  const began = Date.now();
  const took = () => `${Math.round((Date.now() - began) / 1_000)} s`;
  let today = calendar.dayOf(kernel.clock());
  const kept = existsSync(scoredMark) ? (JSON.parse(readFileSync(scoredMark, 'utf8')) as Kept) : null;
  const keep = (state: Kept['state']) =>
    writeFileSync(scoredMark, JSON.stringify({ seed, today, state, kits: asked.kits }));
  if (kept) {
    if (kept.seed !== seed) throw new Error(`the city in ${data} is of seed ${kept.seed}`);
    today = kept.today;
  } else {
    const { signal } = new AbortController();
    const mark = loadingMark(data);
    await loadDemo(kernel, {
      data,
      size: 'city',
      seed,
      share,
      mark,
      progress: (line) => say(`  ${took()}  ${line}`),
      signal,
    });
    say(`loaded in ${took()}`);
    keep('loaded');
  }
  if (kept?.state !== 'run' || (kept.kits !== undefined && kept.kits !== asked.kits)) {
    await runYear(kernel, addDays(today, -366), today, say, asked.kits === undefined ? undefined : kits);
    keep('run');
  }
  say(`kits run over the year, ${took()} in all`);
  const plan = planCity(seed, today, calendar, share);
  const flagged = await findFlagged(kernel, ofTheCity(plan), plan.from);
  const key = answerKey(seed, today, calendar, share);
  const scores = kits.map((kit) => scoreOf(kit, key, flagged));
  const floors = parse(readFileSync(join(import.meta.dirname, 'floors.yaml'), 'utf8')) as Record<string, Floor>;
  under = underFloors(scores, floors);
  process.stdout.write(
    asked.json ? `${JSON.stringify({ seed, today, scores, under }, null, 2)}\n` : told(scores, under),
  );
} finally {
  await house.close();
  if (asked.data === undefined) rmSync(data, { recursive: true, force: true });
}
process.exitCode = under.length > 0 ? 1 : 0;

function told(scores: readonly KitScore[], low: readonly string[]): string {
  const share = (value: number | null, [from, to]: readonly [number, number]) =>
    value === null ? '—' : `${value.toFixed(2)} [${from.toFixed(2)}, ${to.toFixed(2)}]`;
  const lines = scores.flatMap((score) => [
    '',
    `${score.kit} (by ${countedBy[score.kit]})`,
    `  recall    ${share(score.recall, score.recallRange)}  ${score.right} of ${score.harms} planted`,
    `  precision ${share(score.precision, score.precisionRange)}  ${score.right + score.alsoRight} of ${score.flagged} flagged${score.alsoRight > 0 ? ` (${score.alsoRight} by another planting)` : ''}; ${score.lookAlikesFlagged} of ${score.lookAlikes} look-alikes flagged`,
    ...score.missed.map(({ question, what, size }) => `  missed  ${question}  ${what} (${size})`),
    ...score.wrong.map(({ question, why }) => `  wrong   ${question}  ${why}`),
  ]);
  return [`seed ${seed}`, ...lines, '', ...low.map((line) => `UNDER ITS FLOOR  ${line}`), ''].join('\n');
}
