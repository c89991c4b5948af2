import type { Check } from './check.ts';
import { resolveImport, type House } from './house.ts';

/** Files that a file needs, for a value or a type: what is imported later ties nothing. */
function needs(house: House): Map<string, string[]> {
  const here = new Set(house.sources.map(({ path }) => path));
  return new Map(
    house.sources.map((source) => [
      source.path,
      source.imports.flatMap(({ specifier, later }) => {
        const target = later ? undefined : resolveImport(house, source.path, specifier);
        return target && 'file' in target && here.has(target.file) ? [target.file] : [];
      }),
    ]),
  );
}

/** Tarjan's strongly connected components, those of more than one file. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    open.push(file);
    isOpen.add(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) {
        visit(next);
        low.set(file, Math.min(low.get(file)!, low.get(next)!));
      } else if (isOpen.has(next)) low.set(file, Math.min(low.get(file)!, order.get(next)!));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    for (const each of circle) isOpen.delete(each);
    if (circle.length > 1) circles.push(circle.toSorted());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/**
 * Which of two files that need each other is loaded first decides what is still undefined, and neither is understood alone:
 * a type that two files need has a file below them.
 */
export const circles: Check = {
  title: 'Circles: no files need each other, not for a type either',
  examine(house) {
    const graph = needs(house);
    const problems = circlesOf(graph).map((circle) => ({
      path: circle[0]!,
      says: `in a circle with ${circle.slice(1).join(', ')}`,
    }));
    return { examined: graph.size, of: 'sources', problems };
  },
};
