import { part } from '@opengoa/kernel';

/** What this folder brings to the room. */
export const {{partCamel}} = part({
  verbs: [],
  saves: [],
});
