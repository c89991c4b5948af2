import type { Words } from '@opengoa/kernel/contract';

const cell = (text: string): string =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();

/** A table of plain text cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.\n';
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

export const both = ({ zh, en }: Words): string => `${zh} · ${en}`;
export const code = (word: string): string => `\`${word}\``;
export const codes = (words: readonly string[]): string => words.map(code).join(', ');

const warning = '<!-- Made by scripts/reference.ts from the code. Do not edit: change the code and run it again. -->';

export const page = (title: string, about: string, ...parts: readonly string[]): string =>
  `${warning}\n\n# ${title}\n\n${about}\n\n${parts.join('\n')}`;
