import type { Words } from '@opengoa/kernel/contract';
import { Unanswered } from './ask.ts';
import { button, el } from './draw.ts';
import { reportWords as words } from './words.ts';

const LOOK = 'opengoa.look';
const LANGUAGE = 'opengoa.language';
export const language: 'zh' | 'en' = localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh';
/** In the reader's language. */
export const w = (of: Words): string => of[language];

const keptLook = (): Record<string, unknown> => {
  try {
    return JSON.parse(localStorage.getItem(LOOK) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
};
/** Puts the kept look on the page. */
export function drawLook(): void {
  const { large, dark } = keptLook();
  document.documentElement.dataset['type'] = large === true ? 'large' : 'normal';
  document.documentElement.dataset['theme'] = dark === true ? 'dark' : 'light';
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}

const root = document.getElementById('root')!;

/** Draws a screen under the head that all share; whoever listens is told its title. */
export function show(title: string, ...content: readonly (Node | null | false)[]): void {
  const heading = el('h1', { tabIndex: -1 }, title);
  document.title = title;
  root.replaceChildren(
    el(
      'header',
      { className: 'r-head' },
      el('strong', {}, 'OpenGOA'),
      el('span', { className: 'r-space' }),
      button(
        w(words.large),
        () => {
          localStorage.setItem(LOOK, JSON.stringify({ ...keptLook(), large: keptLook()['large'] !== true }));
          drawLook();
        },
        'r-plain',
      ),
      button(
        language === 'zh' ? 'English' : '中文',
        () => {
          localStorage.setItem(LANGUAGE, language === 'zh' ? 'en' : 'zh');
          location.reload();
        },
        'r-plain',
      ),
    ),
    el('main', { className: 'r-card' }, heading, ...content),
  );
  heading.focus();
}

/** A refusal in the server's words, or that there is no network; with what to do. */
export const note = (caught: unknown): HTMLElement =>
  el(
    'p',
    { className: 'r-note', attributes_: { role: 'alert' } },
    caught instanceof Unanswered && caught.words ? w(caught.words) : w(words.noNetwork),
  );
