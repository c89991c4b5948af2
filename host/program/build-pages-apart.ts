// Runs in a process of its own: a bundler takes hundreds of megabytes.
import { buildWeb } from '@opengoa/web-shell/build';
import { apart } from './run-apart.ts';

await apart((progress) => buildWeb({ progress }));
