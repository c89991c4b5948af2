import { uuid } from '../client/uuid.ts';

/**
 * What was typed and not yet sent. It stays in this browser under the person's id, never holds a field marked sensitive,
 * is dropped after two weeks and at sign-out (SEC-WB-06). The key of the submission lies with it, so that two tabs on one
 * draft and a page brought back make one submission (SEC-WB-08).
 */
export interface Draft {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: number;
}

const PREFIX = 'opengoa.draft.';
const KEPT_MS = 14 * 24 * 60 * 60_000;

const name = (person: string, form: string) => `${PREFIX}${person}.${form}`;

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'key' in value && 'values' in value && 'at' in value;
}

/** The draft of a form, or a new empty one with a key of its own. */
export function openDraft(person: string, form: string, now = Date.now()): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name(person, form)) ?? 'null');
    if (isDraft(kept) && now - kept.at < KEPT_MS) return kept;
  } catch {
    // An unreadable draft is as good as none.
  }
  return { key: uuid(), values: {}, at: now };
}

export function keepDraft(person: string, form: string, draft: Draft): void {
  try {
    localStorage.setItem(name(person, form), JSON.stringify({ ...draft, at: Date.now() }));
  } catch {
    // A full or forbidden store loses the draft, not the form.
  }
}

export const dropDraft = (person: string, form: string): void => localStorage.removeItem(name(person, form));

/** Every draft of everybody on this machine: at sign-out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
