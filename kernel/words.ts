/** What people read: Chinese first, English beside it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Fills `{name}` places of both languages from `data`; a place without data stays visible, so that a gap is noticed. */
export function fillWords(words: Words, data: Readonly<Record<string, unknown>> = {}): Words {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
      const value = data[name];
      return value === undefined || value === null ? place : String(value);
    });
  return { zh: fill(words.zh), en: fill(words.en) };
}
