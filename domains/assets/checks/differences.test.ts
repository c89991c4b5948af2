import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('what differs is listed by class; a class without cards has nothing there, one without an entered balance is unknown rather than 0; what agrees is left out', () => {
  expect(
    differencesOf(
      [
        { class: 'A05', fen: 300 },
        { class: 'A02', fen: 1000 },
        { class: 'A04', fen: 40 },
        { class: 'A06', fen: 0 },
      ],
      [
        { class: 'A02', fen: 1000 },
        { class: 'A05', fen: 250 },
        { class: 'A08', fen: 70 },
      ],
    ),
  ).toEqual([
    { class: 'A04', cardsFen: 40, ledgerFen: null },
    { class: 'A05', cardsFen: 300, ledgerFen: 250 },
    { class: 'A08', cardsFen: 0, ledgerFen: 70 },
  ]);
  expect(differencesOf([], [])).toEqual([]);
});
