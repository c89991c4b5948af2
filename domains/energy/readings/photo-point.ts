import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 抄表照片: what the reader saw, taken standing before the meter; the act of reading takes it for the meter. */
export const photoPoint: DeclaredUpload = {
  name: 'energy.meter-photo',
  title: { zh: '抄表照片', en: 'Photo of a meter' },
  who: ['energy-clerk', 'clerk'],
  readers: ['energy-clerk', 'clerk'],
  kinds: ['jpeg', 'png', 'pdf'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
};
