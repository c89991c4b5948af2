import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../kernel/testing/database.ts';
import { runFiles, testsNaming, testsNear } from './by-test-files.ts';
import type { Left, Told } from './in-one-town.play.ts';
import { isEnough, kinds, type Outcome } from './sample.ts';

/** `OPENGOA_MUTATIONS=all` plays every one, in half an hour; `OPENGOA_MUTATIONS="words"` those whose name holds the words. */
const wish = process.env['OPENGOA_MUTATIONS'] ?? '';
const most = wish === '' ? 20 : 100_000;
const patience = wish === '' ? 1_200_000 : 7_200_000;
/** Chosen once and for all: the same sample every day, but for checks that were added. */
const seed = 20_261_121;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opengoa-mutation-'));
  // The templates of the run are made once, before two processes want to copy them.
  for (const template of ['house', 'kernel']) await (await freshDatabase({ template })).drop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two processes, each with a town of its own and half of the checks. */
async function playedInTowns(): Promise<Left[]> {
  const parts = await Promise.all(
    [0, 1].map(async (part) => {
      const [play, outcomes] = [join(folder, `play-${part}.json`), join(folder, `outcomes-${part}.json`)];
      const only = ['', 'all'].includes(wish) ? null : wish;
      writeFileSync(play, JSON.stringify({ most, seed, part, parts: 2, only, outcomes } satisfies Told));
      const { failed, ran, says } = await runFiles(
        ['journeys/security/mutation/in-one-town.play.ts'],
        inject('testCluster'),
        { play },
      );
      if (failed || !ran) throw new Error(`the play broke: ${failed?.title ?? ''} ${says}`);
      return JSON.parse(readFileSync(outcomes, 'utf8')) as Left[];
    }),
  );
  return parts.flat();
}

const quiet = new Map<string, Promise<boolean>>();
/** A test that fails with every check in place notices nothing. */
function isQuiet(file: string): Promise<boolean> {
  const known =
    quiet.get(file) ?? runFiles([file], inject('testCluster'), {}).then(({ failed, ran }) => ran && !failed);
  quiet.set(file, known);
  return known;
}

async function playedByFiles({ id, away, table }: Left): Promise<string | null> {
  const called = /^function ([\w.]+):/.exec(id)?.[1];
  const files = away === undefined ? testsNear(id.split(' ')[0]!) : testsNaming(called ?? table!);
  if (files.length === 0) return null;
  const { failed } = await runFiles(
    files,
    inject('testCluster'),
    away === undefined ? { check: id } : { statement: away },
  );
  return failed && (await isQuiet(failed.file)) ? `${failed.file.split('/').at(-1)}: ${failed.title}` : null;
}

/** What the towns left, two at a time. Doors were played to the end there. */
async function playedToTheEnd(left: readonly Left[]): Promise<Outcome[]> {
  const queue = left.values();
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (const each of queue) {
      const caughtBy = each.kind === 'door' ? null : await playedByFiles(each);
      outcomes.push({ id: each.id, kind: each.kind, caughtBy });
    }
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

const seconds = (ms: number) => Math.round(ms / 1_000);

test(
  'SEC-AC-18 taking away any single right check, unit condition or policy makes a test fail',
  async () => {
    const began = Date.now();
    const all = await playedInTowns();
    const first = all.filter(({ kind }) => kind !== 'control');
    // What nobody watches is seen to survive, and would be too much: the play can fail.
    const control = all.filter(({ kind }) => kind === 'control');
    expect(control).toMatchObject([{ caughtBy: null }]);
    expect(isEnough(control)).toBe(false);
    const inTowns = Date.now();
    const rest = await playedToTheEnd(first.filter(({ caughtBy }) => caughtBy === null));
    const outcomes: Outcome[] = [...first.filter(({ caughtBy }) => caughtBy !== null), ...rest];
    const survived = outcomes.filter(({ caughtBy }) => caughtBy === null);
    const told = kinds.map((kind) => {
      const ofKind = outcomes.filter((each) => each.kind === kind);
      return `${kind} ${ofKind.filter(({ caughtBy }) => caughtBy !== null).length} of ${ofKind.length}`;
    });
    process.stdout.write(
      [
        `checks taken away, and noticed: ${told.join(', ')}; ${seconds(inTowns - began)} s in towns, ${seconds(Date.now() - inTowns)} s by test files`,
        ...(wish === ''
          ? []
          : outcomes.flatMap(({ id, caughtBy }) => (caughtBy ? [`  noticed: ${id} ← ${caughtBy}`] : []))),
        ...survived.map(({ id }) => `  SURVIVED: ${id}`),
        '',
      ].join('\n'),
    );
    if (wish === '' || wish === 'all') expect(outcomes.length).toBeGreaterThanOrEqual(50);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(isEnough(outcomes), survived.map(({ id }) => id).join('\n')).toBe(true);
  },
  patience,
);
