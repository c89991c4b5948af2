import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';

let at: House;
let superuser: pg.Client;
const mine = newId();

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  superuser = new pg.Client({ connectionString: at.urls.superuser });
  await superuser.connect();
  await superuser.query(
    `insert into kernel.message (node_id, id, person_id, title, at) values (1, $1, $2, '{"zh":"已同意","en":"Approved"}', now())`,
    [mine, at.ids.persons['周敏'].person],
  );
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const seen = async (name: '周敏' | '何涛') => {
  const page = await at.as(name).list('kernel.my-messages');
  if (isRefusal(page)) throw new Error(page.code);
  return page.rows.map((row) => row['seen']);
};

describe('the bell', () => {
  test('SEC-AC-06 rings for its person alone, and nobody else can mark it read', async () => {
    expect(await seen('周敏')).toEqual([false]);
    expect(await seen('何涛')).toEqual([]);
    await at.as('何涛').does('kernel.mark-read', { messages: [mine] });
    expect(await seen('周敏')).toEqual([false]);
    await at.as('周敏').does('kernel.mark-read', { messages: [mine] });
    expect(await seen('周敏')).toEqual([true]);
  });

  test('what a person keeps for themself is theirs alone', async () => {
    await at.as('周敏').does('kernel.keep-preference', { key: 'large-type', value: true });
    expect(await at.as('周敏').read('kernel.preferences')).toEqual({ kept: { 'large-type': true } });
    expect(await at.as('何涛').read('kernel.preferences')).toEqual({ kept: {} });
    await at.as('周敏').does('kernel.keep-preference', { key: 'large-type', value: null });
    expect(await at.as('周敏').read('kernel.preferences')).toEqual({ kept: {} });
  });
});
