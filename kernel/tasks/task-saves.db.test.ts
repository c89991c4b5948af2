import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextFor } from '../verbs/context-for.ts';
import { stepIn } from '../database/step-in.ts';
import { txOn } from '../database/tx.ts';
import { newId } from '../id.ts';
import { Refused } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { TaskEnded, TaskRaised } from './contract.ts';
import { taskSaves } from './task-saves.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
});
afterAll(() => at?.close());

/** Saves one fact as this person, in a transaction of its own. */
async function saved(person: Person, fact: Parameters<(typeof taskSaves)[number]['save']>[1]): Promise<string> {
  const client = await at.kernel.pool.connect();
  try {
    const scope = { exact: [person.actor.unit!], below: [] };
    await stepIn(client, { node: 1, room: 'kernel', actor: person.actor, scope, audit: false, readOnly: false });
    const save = taskSaves.find((each) => each.fact === fact.type)!;
    await save.save(txOn(client), fact, contextFor(at.kernel, person.actor, newId()));
    await client.query('commit');
    return 'saved';
  } catch (error) {
    await client.query('rollback');
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  } finally {
    client.release();
  }
}

test('SEC-AC-11 SEC-AC-04 a task ends once, and only for somebody who may see it', async () => {
  const clerkAt = (unit: string) => at.with([{ role: 'clerk', unit, below: false }], { unit });
  const [mine, foreign] = [clerkAt(at.ids.finance), clerkAt(at.ids.countyFinance)];
  const task = newId();
  const object = { kind: 'book', id: newId() };
  const around = { object, unit: at.ids.finance };
  const raised = {
    id: task,
    step: 'answer',
    title: { zh: '请答复', en: 'Answer' },
    holders: [],
    copied: [],
    due: null,
  };
  const body = { task: raised, kind: 'library.ask', asker: null, summary: '', opens: null, verbs: [] };
  expect(await saved(mine, TaskRaised.of({ ...around, body }))).toBe('saved');
  const ended = TaskEnded.of({ ...around, body: { id: task, state: 'done', by: null, answer: null } });
  expect(await saved(foreign, ended)).toBe('not-found');
  expect(await saved(mine, ended)).toBe('saved');
  expect(await saved(mine, ended)).toBe('not-found');
});
