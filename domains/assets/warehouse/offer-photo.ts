import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 入仓照片: how a thing looks that is offered, and what its inspection found. */
export const offerPhoto: DeclaredUpload = {
  name: 'assets.offer-photo',
  title: { zh: '入仓照片', en: 'Photo of an offered thing' },
  who: ['assets-clerk'],
  readers: ['any-role'],
  kinds: ['jpeg', 'png'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
};
