import type { Words } from '@opengoa/kernel/contract';
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, writeAmountsIn } from '../formatters.ts';
import { en } from './words.en.ts';
import { zh, type KitKey } from './words.zh.ts';

const KEPT = 'opengoa.language';
const speech = createInstance();

/** Starts the words, Chinese unless this browser chose English. Called once by the shell before anything is drawn. */
export async function startWords(): Promise<void> {
  const language: Language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  await speech.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: ['kit'],
    defaultNS: 'kit',
    resources: { zh: { kit: zh }, en: { kit: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  tellDocument(language);
}

function tellDocument(language: Language): void {
  writeAmountsIn(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  // Pages draw again with the change: amounts are told before.
  writeAmountsIn(language);
  await speech.changeLanguage(language);
  tellDocument(language);
}

export const languageNow = (): Language => (speech.language === 'en' ? 'en' : 'zh');

/** A pair of words in the present language, outside of a component. Inside, use {@link useWords}, which draws again on change. */
export const wordNow = (words: Words): string => words[languageNow()];

export interface Speech {
  readonly language: Language;
  /** `{ zh, en }` in the reader's language; plain text passes. */
  w(words: Words | string | undefined): string;
  /** A word of the kit. */
  t(key: KitKey, data?: Readonly<Record<string, string | number>>): string;
}

/** `const { w, t, language } = useWords()` */
export function useWords(): Speech {
  const { t, i18n } = useTranslation('kit');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    language,
    w: (words) => (words === undefined ? '' : typeof words === 'string' ? words : words[language]),
    t: (key, data) => t(key, { ...data }),
  };
}
