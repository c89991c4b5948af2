import { expect, test } from 'vitest';
import { keepTogether } from './keep-together.ts';

test('three that always come together are one group, others that come as they please are none', () => {
  const attendance = Array.from({ length: 24 }, (_, t) =>
    t % 2 ? ['甲', '乙', '丙'] : [`单${t % 5}`, `独${t % 7}`, `另${t % 3}`],
  );
  const found = keepTogether(attendance, 5, 0.5, 0.05);
  expect(found.map(({ members }) => members)).toEqual([['丙', '乙', '甲'].toSorted()]);
  expect(found[0]!.pairs).toHaveLength(3);
  expect(found[0]!.p).toBeLessThan(0.001);
});

test('two that come to every inquiry of a small market meet by necessity', () => {
  expect(
    keepTogether(
      Array.from({ length: 12 }, () => ['甲', '乙', '丙']),
      5,
      0.5,
      0.05,
    ),
  ).toEqual([]);
});
