import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export type Filling = Readonly<Record<string, string>>;

/** Something cannot be made; the sentence says why and what to do. */
export class NewRefused extends Error {}

/** `{{noun}}` becomes what it stands for; a place that nothing fills is a fault of the template. */
export function fill(text: string, filling: Filling): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = filling[name];
    if (value === undefined) throw new Error(`the template asks for ${place}`);
    return value;
  });
}

/**
 * Writes every `.tpl` file of a template folder, names filled as well.
 * @returns paths written
 * @throws NewRefused when one of them is there already: nothing is written then
 */
export function writeTemplate(template: string, target: string, filling: Filling): string[] {
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tpl'))
    .map((entry) => join(entry.parentPath, entry.name));
  const made = files.map((file) => ({
    path: join(target, fill(relative(template, file).replace(/\.tpl$/, ''), filling)),
    text: fill(readFileSync(file, 'utf8'), filling),
  }));
  const there = made.find(({ path }) => existsSync(path));
  if (there) throw new NewRefused(`${there.path} 已存在。It is there already.`);
  for (const { path, text } of made) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return made.map(({ path }) => path);
}
