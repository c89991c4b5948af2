/**
 * What may be said to any act or question before the room’s own word, by right, form and database. An act declares beside these what it
 * decides itself (`refusals`).
 */
export const onTheWay: readonly string[] = [
  'already-taken',
  'already-there',
  'busy',
  'cursor-not-fitting',
  'factor-not-fresh',
  'input-not-fitting',
  'not-found',
  'not-signed-in',
  'not-your-right',
  'officers-apart',
  'request-id-missing',
  'request-id-reused',
  'state-secret-mark',
  'storage-full',
  'took-too-long',
  'witness-silent',
];
