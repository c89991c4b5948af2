import { part } from '@opengoa/kernel';
import { allocations } from './allocation-lists.ts';
import { oneAllocation } from './allocation-read.ts';
import { allocationSaves } from './allocation-store.ts';
import { applyAllocation } from './apply-allocation.ts';
import { dropAllocation } from './drop-allocation.ts';
import { editAllocation } from './edit-allocation.ts';
import { keepAllocation } from './keep-allocation.ts';
import { searchAgain } from './search-again.ts';
import { searchAllocation } from './search-allocation.ts';
import { startAllocation } from './start-allocation.ts';
import { stopAllocation } from './stop-allocation.ts';
import { allocationRefusals } from './words.zh.ts';

/** 统筹配置: units to rooms, by a search, by hand, and by a paper. */
export const allocation = part({
  verbs: [
    startAllocation,
    searchAgain,
    stopAllocation,
    keepAllocation,
    editAllocation,
    dropAllocation,
    applyAllocation,
  ],
  reads: [allocations, oneAllocation],
  saves: allocationSaves,
  jobs: [searchAllocation],
  refusals: allocationRefusals,
});
