// Runs in a process of its own (see build-pages.ts): what a bundler needs of memory ends with it.
import { buildWeb } from '@opengoa/web-shell/build';

/** Whoever asked is gone: nobody waits for the pages. */
process.on('disconnect', () => process.exit(1));

const tell = (message: { line: string } | { pages: string }) =>
  new Promise<void>((done) => {
    process.send!(message, undefined, undefined, () => done());
  });

const pages = await buildWeb({ progress: (line) => void tell({ line }) });
await tell({ pages });
process.disconnect();
