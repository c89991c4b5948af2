/** Why the program was not started, in words for the person at the machine. */
export type StartRefusal =
  | 'second-program'
  | 'no-binaries'
  | 'no-account'
  | 'not-durable'
  | 'initialise-failed'
  | 'start-failed'
  | 'wrong-version'
  | 'incomplete-folder'
  | 'not-prepared'
  | 'port-taken'
  | 'wrong-mode';

/** A start that cannot go on. Its message is one Chinese and one English sentence; `detail` is for the log. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly code: StartRefusal;
  readonly zh: string;
  readonly en: string;
  readonly detail: string | undefined;

  constructor(code: StartRefusal, words: { zh: string; en: string }, detail?: string) {
    super(`${words.zh}\n${words.en}${detail ? `\n${detail}` : ''}`);
    this.code = code;
    this.zh = words.zh;
    this.en = words.en;
    this.detail = detail;
  }
}
