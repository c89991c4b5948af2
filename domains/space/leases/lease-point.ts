import type { DeclaredUpload } from '@opengoa/kernel/files';
import { readers } from '../readers.ts';

const mb = 1_048_576;

/** 租金票据: the receipt of the treasury, or the owner's invoice. */
export const leasePoint: DeclaredUpload = {
  name: 'space.rent-paper',
  title: { zh: '租金票据', en: 'Receipts of rent' },
  who: ['space-clerk'],
  readers: [...readers],
  kinds: ['pdf', 'png', 'jpeg', 'ofd'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 500, unpackedBytes: 50 * mb },
};
