import type { DeclaredUpload } from '@opengoa/kernel/files';
import { readers } from '../readers.ts';

const mb = 1_048_576;

/** 维修项目档案: approvals, contracts, invoices, the paper of acceptance. */
export const renovationPoint: DeclaredUpload = {
  name: 'space.renovation-paper',
  title: { zh: '维修项目档案', en: 'Papers of works' },
  who: ['space-clerk'],
  readers: [...readers],
  kinds: ['pdf', 'png', 'jpeg', 'ofd'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 500, unpackedBytes: 50 * mb },
};
