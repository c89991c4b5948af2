import { type LabelledKind, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';

/** The label on a thing: found by its number and by its maker's serial number too. */
export const cardLabel: LabelledKind = {
  kind: 'assets.card',
  title: words('资产', 'Asset'),
  view: 'assets_read.labelled_card_v1',
  keptBy: ['assets-clerk'],
  finders: readers,
  opens: '/assets/cards/{id}',
  faults: {
    broken: words('坏了，不能用', 'It does not work'),
    damaged: words('外观有损坏', 'It is damaged'),
    noise: words('有异响或异味', 'Noise or smell'),
    parts: words('缺少零配件', 'Parts are missing'),
    misplaced: words('不在原来的地方', 'It stands in the wrong place'),
    unused: words('长期没人用', 'Nobody uses it'),
  },
  takenBy: ['assets-clerk'],
  followedBy: ['assets.order-upkeep'],
};
