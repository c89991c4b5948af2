import { expect, test } from 'vitest';
import { versionsOf } from './paper-versions.ts';

test('of one name the newest comes first, and every name stands once', () => {
  const paper = (id: string, name: string, at: string) => ({ id, name, stored_at: at });
  const groups = versionsOf([
    paper('1', '发票.pdf', '2026-03-01T08:00:00Z'),
    paper('2', '照片.jpg', '2026-03-02T08:00:00Z'),
    paper('3', '发票.pdf', '2026-03-03T08:00:00Z'),
  ]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['3', '1'], ['2']]);
});
