import type { Answer } from '@opengoa/web-kit';

/** A draft as its page is told of it. */
export type Allocation = Answer<'space.allocation'>;
