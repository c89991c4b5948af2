import { expect, test } from 'vitest';
import { equipmentDue } from './equipment-due.ts';

test('SF-04: past its day comes before its papers; the day itself is in time', () => {
  const found = equipmentDue(
    [
      { device: '一', certificate: 'A', due: '2026-05-01' },
      { device: '二', certificate: 'A', due: '2026-04-30' },
      { device: '三', certificate: '', due: '2026-06-01' },
    ],
    '2026-05-01',
  );
  expect(found).toEqual([
    { daysOver: 0, pattern: 'certificate-twice' },
    { daysOver: 1, pattern: 'overdue' },
    { daysOver: -31, pattern: 'no-certificate' },
  ]);
});
