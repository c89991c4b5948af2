import { part } from '@opengoa/kernel';
import { dataAssets } from './data-list.ts';
import { dataSaves, describeData } from './describe-data.ts';
import { dataRefusals } from './words.zh.ts';

export const data = part({
  verbs: [describeData],
  reads: [dataAssets],
  saves: dataSaves,
  refusals: dataRefusals,
});
