import { part } from '@opengoa/kernel';
import { quality, qualityRows } from './quality-reads.ts';

/** 工作质量: the risk work itself is looked at, by office, unit and kit. */
export const qualityScan = part({ verbs: [], reads: [quality, qualityRows], saves: [] });
