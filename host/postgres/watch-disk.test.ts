import { expect, test } from 'vitest';
import { diskLimits, judgeDisk } from './watch-disk.ts';

const gigabyte = 1024 ** 3;
const limits = diskLimits({ lowShare: 0.05, lowBytesMost: 2 * gigabyte });

test('a small disk is low by its share, a large one by bytes', () => {
  expect(judgeDisk({ free: 0.9 * gigabyte, total: 20 * gigabyte }, false, limits).low).toBe(true);
  expect(judgeDisk({ free: 1.1 * gigabyte, total: 20 * gigabyte }, false, limits).low).toBe(false);
  expect(judgeDisk({ free: 2.1 * gigabyte, total: 4_000 * gigabyte }, false, limits).low).toBe(false);
  expect(judgeDisk({ free: 1.9 * gigabyte, total: 4_000 * gigabyte }, false, limits).low).toBe(true);
});

test('a disk that was low must be well above the line before it is fine again', () => {
  const disk = { free: 1.1 * gigabyte, total: 20 * gigabyte };
  expect(judgeDisk(disk, true, limits).low).toBe(true);
  expect(judgeDisk({ ...disk, free: 1.6 * gigabyte }, true, limits).low).toBe(false);
});
