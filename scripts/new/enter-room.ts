import { readFileSync, writeFileSync } from 'node:fs';
import { NewRefused } from './fill-template.ts';

/** Adds an import below the last one. */
export function withImport(text: string, line: string): string {
  const last = [...text.matchAll(/^(?:import [^;]*|\} from '[^']+');$/gm)].at(-1);
  if (!last) return `${line}\n${text}`;
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/** Adds an entry at the end of `verbs: [ … ]` in a room's definition. */
export function withEntry(text: string, list: string, entry: string): string {
  const opened = new RegExp(String.raw`^(\s*)${list}: \[`, 'm').exec(text);
  const closed = opened && text.indexOf(']', opened.index);
  if (!opened || closed === null || closed === -1)
    throw new NewRefused(`domain.ts 中没有 ${list}: [ … ]，请手工加入 ${entry}。It has no such list; add it by hand.`);
  const inside = text
    .slice(opened.index + opened[0].length, closed)
    .trimEnd()
    .replace(/,$/, '');
  return `${text.slice(0, opened.index + opened[0].length)}${inside}${inside.trim() === '' ? '' : ', '}${entry}${text.slice(closed)}`;
}

export function editFile(path: string, edit: (text: string) => string): void {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}
