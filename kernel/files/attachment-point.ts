import type { DeclaredUpload } from './upload-point.ts';

const mb = 1_048_576;

/** 附件: papers that belong to a case, brought by whoever asks, answers or rectifies; a room's verb takes them for its thing. */
export const attachmentPoint: DeclaredUpload = {
  name: 'kernel.attachment',
  title: { zh: '附件', en: 'Attachment' },
  who: ['signed-in'],
  readers: ['head', 'leader'],
  kinds: ['pdf', 'png', 'jpeg', 'xlsx', 'docx', 'ofd'],
  maxBytes: 50 * mb,
  personBytes: 500 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 2_000, unpackedBytes: 100 * mb },
};
