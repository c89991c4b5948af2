import type { DeclaredUpload } from '@opengoa/kernel/files';
import { readers } from '../readers.ts';

const mb = 1_048_576;

/** 平面图文件: the drawing as it was brought; the act of taking the plan keeps it beside the plan. */
export const planPoint: DeclaredUpload = {
  name: 'space.plan-file',
  title: { zh: '平面图文件', en: 'Drawing of a floor' },
  who: ['space-clerk'],
  readers: [...readers],
  kinds: ['text', 'csv'],
  maxBytes: 32 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 1,
};
