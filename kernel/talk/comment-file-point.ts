import type { DeclaredUpload } from '../files/upload-point.ts';

const mb = 1_048_576;

/** 意见附件: brought beside a comment. No role reads them by itself: whoever may read the thing that is talked about is given them ({@link openTalkFile}). */
export const commentFilePoint: DeclaredUpload = {
  name: 'kernel.comment-file',
  title: { zh: '意见附件', en: 'File beside a comment' },
  who: ['signed-in'],
  readers: [],
  kinds: ['pdf', 'png', 'jpeg', 'ofd'],
  maxBytes: 20 * mb,
  personBytes: 500 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 500, unpackedBytes: 50 * mb },
};
