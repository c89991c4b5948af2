import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 验收照片和发票: taken where the things stand, and bound to the delivery that they are of. */
export const acceptancePoint: DeclaredUpload = {
  name: 'assets.acceptance',
  title: { zh: '验收照片和发票', en: 'Photographs and invoices of deliveries' },
  who: ['assets-clerk', 'clerk'],
  readers: ['assets-clerk', 'clerk', 'head', 'leader'],
  kinds: ['jpeg', 'png', 'pdf', 'ofd'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 500, unpackedBytes: 50 * mb },
};
