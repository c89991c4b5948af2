/** Why a backup was not made or not put back. */
export type BackupRefusal =
  | 'not-a-backup'
  | 'damaged'
  | 'wrong-key'
  | 'no-key'
  | 'not-empty'
  | 'inside-data-folder'
  | 'newer-format'
  | 'needs-embedded-database'
  | 'checks-failed';

/** An expected refusal, worded for the person at the machine in Chinese and English. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code: BackupRefusal;
  readonly zh: string;
  readonly en: string;

  constructor(code: BackupRefusal, words: { zh: string; en: string }) {
    super(`${words.zh}\n${words.en}`);
    this.code = code;
    this.zh = words.zh;
    this.en = words.en;
  }
}

/** What a reader says of a backup that is not what was written. Nothing of it has been used when this is thrown. */
export function damaged(what: string): BackupRefused {
  return new BackupRefused('damaged', {
    zh: `备份已损坏，不能恢复：${what}。请改用另一份备份。`,
    en: `The backup is damaged and cannot be restored: ${what}. Use another one.`,
  });
}
