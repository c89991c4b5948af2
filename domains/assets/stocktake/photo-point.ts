import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 盘点照片: what stood there, taken by whoever counted; noting the thing takes it for the stocktake. */
export const photoPoint: DeclaredUpload = {
  name: 'assets.stocktake-photo',
  title: { zh: '盘点照片', en: 'Photo of a stocktake' },
  who: ['assets-clerk', 'clerk'],
  readers: ['assets-clerk', 'clerk', 'head', 'leader', 'superior', 'risk-officer'],
  kinds: ['jpeg', 'png'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
};
