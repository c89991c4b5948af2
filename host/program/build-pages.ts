import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartRefused } from '../postgres/start-refused.ts';

/**
 * Builds the web pages where they are older than their sources, in a process of its own: a bundler takes hundreds of megabytes that a
 * program which has read them never gives back.
 *
 * @param signal stops the building; the earlier pages stay as they were
 * @returns the folder of the built pages
 * @throws StartRefused `pages-not-built` with what the bundler said
 */
export function buildPages({
  progress,
  signal,
}: {
  progress: (line: string) => void;
  signal: AbortSignal;
}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'build-pages-apart.ts')], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C in a terminal goes to the program, which then stops this one.
      detached: process.platform !== 'win32',
      signal,
    });
    let pages: string | undefined;
    let said = '';
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (part: Buffer) => {
        said = (said + part.toString()).slice(-8_000);
      });
    child.on('message', (message: { line?: string; pages?: string }) => {
      if (message.line !== undefined) progress(message.line);
      pages ??= message.pages;
    });
    child.once('error', fail);
    child.once('close', (code) => {
      if (pages !== undefined) return done(pages);
      return fail(
        signal.aborted
          ? (signal.reason as Error)
          : new StartRefused(
              'pages-not-built',
              {
                zh: `网页未能构建(退出码 ${code})。`,
                en: `The web pages were not built (exit code ${code}).`,
              },
              said.trim(),
            ),
      );
    });
  });
}
