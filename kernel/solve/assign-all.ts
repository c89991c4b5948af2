/** What `assign` does in its thread. */
export { assignAtOnce as default } from './assignment.ts';
