import { number } from '@opengoa/web-kit';
import type { settings } from '../words.zh.ts';

/** A value as it is read: degrees, or on and off. */
export const shownSetting = (sets: keyof typeof settings, value: number | null, language: 'zh' | 'en'): string => {
  if (value === null) return '—';
  if (sets !== 'switch') return `${number(value, 1)} ℃`;
  return value >= 0.5 ? (language === 'zh' ? '启' : 'on') : language === 'zh' ? '停' : 'off';
};
