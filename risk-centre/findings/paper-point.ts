import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 说明材料: what the unit puts beside its answer; the act of explaining takes it for the finding. */
export const paperPoint: DeclaredUpload = {
  name: 'risk-centre.paper',
  title: { zh: '说明材料', en: 'Papers of an answer' },
  who: ['signed-in'],
  readers: ['risk-officer', 'superior', 'head', 'leader'],
  kinds: ['pdf', 'png', 'jpeg', 'xlsx', 'docx', 'ofd'],
  maxBytes: 20 * mb,
  personBytes: 500 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 2_000, unpackedBytes: 100 * mb },
};
