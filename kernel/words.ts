/** What people read: Chinese first, English beside it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Chinese with English beside it. */
export const words = (zh: string, en: string): Words => ({ zh, en });

/** Fills `{name}` places of both languages from `data`; a place without data stays visible, so that a gap is noticed. */
export function fillWords(words: Words, data: Readonly<Record<string, unknown>> = {}): Words {
  const fill = (language: keyof Words) =>
    words[language].replaceAll(/\{(\w+)\}/g, (place, name: string) => spoken(data[name], language) ?? place);
  return { zh: fill('zh'), en: fill('en') };
}

/** Words are said in their language, lists with its comma; what is nothing stays unsaid. */
function spoken(value: unknown, language: keyof Words): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((each) => spoken(each, language)).join(language === 'zh' ? '、' : ', ');
  if (typeof value === 'object' && language in value) return String((value as Words)[language]);
  return String(value);
}
