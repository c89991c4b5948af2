import { posix } from 'node:path';
import { resolveImport, type House, type Import, type Source } from './house.ts';

const patternOf = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll(/[.+^$()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/\{([^}]*)\}/g, (_all, choices: string) => `(${choices.replaceAll(',', '|')})`)
      .replaceAll('**/', '\u0000')
      .replaceAll('*', '[^/]*')
      .replaceAll('\u0000', '(.*/)?')}$`,
  );

/** Files that a source's `import.meta.glob` finds. */
function found(house: House, source: Source): string[] {
  return source.globs.flatMap((glob) => {
    const pattern = patternOf(posix.normalize(posix.join(posix.dirname(source.path), glob)));
    return house.paths.filter((path) => pattern.test(path));
  });
}

export interface Step {
  readonly from: string;
  readonly by: Import;
}

/**
 * Everything that a set of files leads to, each with the step that led there first.
 * @param follow which imports count: erased ones leave nothing behind at run time
 * @param outside told of every import that leaves the house
 */
export function reachOf(
  house: House,
  entries: readonly string[],
  follow: (source: Source, found: Import) => boolean = () => true,
  outside: (name: string, step: Step) => void = () => undefined,
): Map<string, Step | undefined> {
  const byPath = new Map(house.sources.map((source) => [source.path, source]));
  const reached = new Map<string, Step | undefined>(entries.map((path) => [path, undefined]));
  for (const path of reached.keys()) {
    const source = byPath.get(path);
    if (!source) continue;
    for (const by of source.imports) {
      if (!follow(source, by)) continue;
      const target = resolveImport(house, path, by.specifier);
      if (!target) continue;
      if ('outside' in target) outside(target.outside, { from: path, by });
      else if (!reached.has(target.file)) reached.set(target.file, { from: path, by });
    }
    for (const file of found(house, source)) if (!reached.has(file)) reached.set(file, undefined);
  }
  return reached;
}

/** `a.ts <- b.ts <- c.ts`: how a file was reached, nearest first. */
export function wayTo(reached: ReadonlyMap<string, Step | undefined>, path: string): string {
  const steps: string[] = [];
  for (let at: string | undefined = path; at !== undefined; at = reached.get(at)?.from) steps.push(at);
  return steps.slice(0, 5).join(' <- ') + (steps.length > 5 ? ' <- …' : '');
}
