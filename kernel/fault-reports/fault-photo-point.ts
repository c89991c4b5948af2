import type { DeclaredUpload } from '../files/upload-point.ts';

const mb = 1_048_576;

/**
 * 报修照片: from anybody who stood before the thing, so small, few, and pictures only. Nobody signed in brings one by this name: the public door
 * does, as itself.
 */
export const faultPhotoPoint: DeclaredUpload = {
  name: 'kernel.fault-photo',
  title: { zh: '报修照片', en: 'Photo of a fault' },
  who: ['job'],
  readers: ['room-clerk', 'head', 'leader'],
  kinds: ['jpeg', 'png'],
  maxBytes: 8 * mb,
  personBytes: 500 * mb,
  unitBytes: 2_000 * mb,
  pixels: 60_000_000,
  picturesUnscanned: true,
};
