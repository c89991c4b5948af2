import type { Kernel } from '../kernel.ts';
import type { AnyRead } from '../reads/read.ts';
import { checkpointIn, recordStandingIn } from './record-reads.ts';
import { columnsIn } from '../classes/columns-read.ts';
import { searchIn } from './search.ts';
import { standardsIn } from './standards-read.ts';
import { commentsBy } from '../talk/comments-read.ts';
import { seeThingIn } from '../talk/see-thing.ts';
import { timelineIn } from './timeline-titles.ts';

/** Reads that look over the whole house and so exist only once it is assembled. */
export const houseReads = (kernel: Kernel): readonly AnyRead[] => [
  searchIn(kernel),
  standardsIn(kernel),
  columnsIn(kernel),
  recordStandingIn(kernel),
  checkpointIn(kernel),
  timelineIn(kernel),
  commentsBy(seeThingIn(kernel)),
];
