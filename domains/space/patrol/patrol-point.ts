import type { DeclaredUpload } from '@opengoa/kernel/files';
import { readers } from '../readers.ts';

const mb = 1_048_576;

/** 巡检照片: as somebody saw it, and as it is once put right. */
export const patrolPoint: DeclaredUpload = {
  name: 'space.patrol-photo',
  title: { zh: '巡检照片', en: 'Photos of patrols' },
  who: ['signed-in'],
  readers: [...readers],
  kinds: ['png', 'jpeg'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
};
