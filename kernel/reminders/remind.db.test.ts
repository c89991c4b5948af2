import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListAnswer } from '../api-shapes.ts';
import { runJob } from '../jobs/run-job.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';
import type { DueThing } from './reminder.ts';

/** Reminders run by the clock and whenever something changed: two rounds may overlap, and the one that read first may speak last. */

let at: House;
let due: () => Promise<readonly DueThing[]> = async () => [];

beforeAll(async () => {
  const waits = {
    name: 'waits',
    title: { zh: '等候处理', en: 'Waits' },
    verbs: ['library.shelve-book'],
    due: () => due(),
  };
  at = await house({
    rooms: [{ ...library, reminders: [waits] }],
    migrated: { name: 'library', roots: [library.folder] },
  });
});
afterAll(() => at?.close());

const round = () => runJob(at.kernel, 'kernel.remind', { signal: new AbortController().signal });
const waiting = async () =>
  ((await at.as('周敏').list('kernel.my-tasks', { 'f.box': 'waiting' })) as ListAnswer).rows.map(
    ({ summary }) => summary,
  );
const thing = (summary: string): DueThing => ({
  object: { kind: 'unit', id: at.ids.finance },
  unit: at.ids.finance,
  dueAt: null,
  summary,
  holders: [at.as('周敏').actor.person!],
  others: [],
  opens: null,
});

/** A round that has begun to read, and goes on when told. */
async function held(what: readonly DueThing[]) {
  const begun = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  due = async () => {
    begun.resolve();
    await go.promise;
    return what;
  };
  const over = round();
  await begun.promise;
  return async () => {
    go.resolve();
    await over;
  };
}

describe('two rounds of reminders at once', () => {
  test('what a later round has cleared is not raised again by an earlier one', async () => {
    due = async () => [thing('尚有两间')];
    await round();
    expect(await waiting()).toEqual(['尚有两间']);
    const goOn = await held([thing('尚有一间')]);
    due = async () => [];
    await round();
    expect(await waiting()).toEqual([]);
    await goOn();
    expect(await waiting()).toEqual([]);
  });

  test('what a later round has raised is not cleared by an earlier one', async () => {
    const goOn = await held([]);
    due = async () => [thing('又有一间')];
    await round();
    expect(await waiting()).toEqual(['又有一间']);
    await goOn();
    expect(await waiting()).toEqual(['又有一间']);
  });

  test('what both raise is one task, and goes as one', async () => {
    due = async () => [];
    await round();
    for (let n = 0; n < 10; n += 1) {
      const [one, other] = [await held([thing('尚有两间')]), await held([thing('尚有两间')])];
      await Promise.all([one(), other()]);
      expect(await waiting()).toEqual(['尚有两间']);
      due = async () => [];
      await round();
      expect(await waiting()).toEqual([]);
    }
  });
});
