import { afterAll, expect, test } from 'vitest';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import { freshDatabase } from '../testing/database.ts';

const database = await freshDatabase({ template: 'kernel' });
afterAll(() => database.drop());

test('it migrates', async () => {
  const found = await withClient(database.superUrl, (client) =>
    client.query("select 1 from pg_tables where tablename = 'sign_in_counter'"),
  );
  expect(found.rowCount).toBe(1);
});
