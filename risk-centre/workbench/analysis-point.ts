import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 分析文件: tables from outside. The standard says how much of them is read; nobody but whoever brought one is given it back. */
export const analysisPoint: DeclaredUpload = {
  name: 'risk-centre.analysis-file',
  title: { zh: '分析文件', en: 'File to analyse' },
  who: ['risk-officer'],
  readers: ['self'],
  // A table with a title above its header is text at first sight.
  kinds: ['csv', 'csv.gz', 'xlsx', 'text'],
  maxBytes: 100 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 0,
  archive: { entries: 500, unpackedBytes: 1_024 * mb },
};
