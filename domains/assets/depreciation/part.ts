import { part } from '@opengoa/kernel';
import { depreciation as depreciationRead } from './depreciation-read.ts';

export const depreciation = part({ reads: [depreciationRead] });
