import { expect, test } from 'vitest';
import { completenessOf, deliveryScores } from './completeness.ts';
import { examples, near, found } from './worked-examples.ts';

test('gaps are found at the beginning, in the middle and at the end', () => {
  const counted = found(completenessOf([null, 1, null, null, 2, 0, null]));
  expect(counted).toMatchObject({ expected: 7, received: 3, longestGap: 2 });
  expect(counted.gaps).toEqual([
    { from: 0, toExclusive: 1 },
    { from: 2, toExclusive: 4 },
    { from: 6, toExclusive: 7 },
  ]);
});

test('delivery scores are those of the worked example, with the lowest beside them', () => {
  const { input, expected } = examples['dq.scores'];
  const scores = found(
    deliveryScores({
      expectedRecords: input.expected_records,
      received: input.received,
      onTime: input.on_time,
      requiredCells: input.required_cells,
      filledCells: input.filled,
    }),
  );
  expect(scores.recordCompleteness).toSatisfy(near(expected.record_completeness));
  expect(scores.cellCompleteness).toSatisfy(near(expected.cell_completeness));
  expect(scores.timeliness).toSatisfy(near(expected.timeliness));
  expect(scores.lowest).toBe(scores.timeliness);
});

test('where nothing was expected nothing is complete', () => {
  expect(completenessOf([]).status).toBe('insufficient_data');
  expect(deliveryScores({ expectedRecords: 0, received: 0, onTime: 0, requiredCells: 1, filledCells: 0 }).status).toBe(
    'insufficient_data',
  );
});
