import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartRefused } from '../postgres/start-refused.ts';

export interface ApartOptions {
  /** File of this folder: it calls `apart` with its work. */
  readonly file: string;
  /** What it does, for the sentence when it fails. */
  readonly what: { readonly zh: string; readonly en: string };
  readonly progress: (line: string) => void;
  /** Ends it at once. */
  readonly signal: AbortSignal;
}

type Message = { readonly line: string } | { readonly done: unknown };

/**
 * Does a piece of work of the start in a process of its own: what it takes of memory ends with it, where a program that did it itself
 * would never give the memory back.
 *
 * @returns what the work answered, as JSON carries it
 * @throws StartRefused `not-prepared` with what it said
 */
export function runApart({ file, what, progress, signal }: ApartOptions): Promise<unknown> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C in a terminal goes to the program, which then ends this one.
      detached: process.platform !== 'win32',
      signal,
    });
    let answer: { readonly done: unknown } | undefined;
    let said = '';
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (part: Buffer) => {
        said = (said + part.toString()).slice(-8_000);
      });
    child.on('message', (message: Message) => {
      if ('line' in message) progress(message.line);
      else answer = message;
    });
    child.once('error', fail);
    child.once('close', (code) => {
      if (answer) return done(answer.done);
      if (signal.aborted) return fail(signal.reason as Error);
      const words = {
        zh: `${what.zh}没有完成(退出码 ${code})。`,
        en: `${what.en} did not come to its end (exit code ${code}).`,
      };
      return fail(new StartRefused('not-prepared', words, said.trim()));
    });
  });
}

/** The other side: does the work, tells its lines, hands its answer over. Whoever asked being gone ends it. */
export async function apart(work: (progress: (line: string) => void) => Promise<unknown>): Promise<void> {
  process.on('disconnect', () => process.exit(1));
  const send = (message: Message) =>
    new Promise<void>((sent) => {
      process.send!(message, undefined, undefined, () => sent());
    });
  const done = await work((line) => void send({ line }));
  await send({ done });
  process.exit(0);
}
