import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { id, maybe, oneOf, text } from '../contract.ts';
import { dataFactWords, dataLevels, renewals, sharings } from './words.zh.ts';

/** 数据资产: what the catalogue says of a card that is data. */

const told = {
  department: id.nullable().default(null),
  steward: id.nullable().default(null),
  /** Where it comes from. */
  system: text(100),
  subject: maybe(100),
  level: oneOf(dataLevels).default('general'),
  sharing: oneOf(sharings),
  /** On which conditions it is shared, or why not. */
  condition: maybe(300),
  renewed: oneOf(renewals),
  records: z.int().min(0).max(9_000_000_000_000).nullable().default(null),
  /** 数据产权登记 */
  certificate: maybe(100),
};
export const DescribeData = z.strictObject({ card: id, ...told });
export const DataDescribed = factType('assets.DataDescribed', {
  title: dataFactWords['assets.DataDescribed'],
  body: z.strictObject(told),
});
