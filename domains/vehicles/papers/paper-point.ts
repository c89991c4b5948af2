import type { DeclaredUpload } from '@opengoa/kernel/files';

const mb = 1_048_576;

/** 票据与照片: brought beside an act on a cost, a filling, a repair, a hire, a trip or an accident, which takes it for its thing. */
export const paperPoint: DeclaredUpload = {
  name: 'vehicles.paper',
  title: { zh: '用车票据与照片', en: 'Papers of vehicles' },
  who: ['fleet-clerk', 'dispatcher', 'driver'],
  readers: ['fleet-clerk', 'dispatcher', 'head', 'leader'],
  kinds: ['jpeg', 'png', 'pdf', 'ofd'],
  maxBytes: 15 * mb,
  personBytes: 1_000 * mb,
  unitBytes: 20_000 * mb,
  pixels: 60_000_000,
  archive: { entries: 500, unpackedBytes: 50 * mb },
};
