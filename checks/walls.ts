import type { Check, Problem } from './check.ts';
import { isTest, resolveImport, type House, type Import, type Source } from './house.ts';
import { narrowDoors, packageOf, passages, roomOf, type Passage } from './layers.ts';

const contractImports = /(^|\/)(contract|words[^/]*)\.ts$/;

/** Why this import is not allowed; `undefined` when it is. Passages that let something through are noted in `used`. */
function judgeImport(house: House, source: Source, found: Import, used: Set<Passage>): string | undefined {
  const { path } = source;
  const target = resolveImport(house, path, found.specifier);
  if (!target) return `${found.specifier} is no door; a room is entered by what its package.json exports`;
  if ('outside' in target) return undefined;
  const from = roomOf(house, path);
  const to = roomOf(house, target.file);
  if (!from) return 'stands in no room: the layer of a file is its folder (docs/map.md)';
  if (!to) return `leads to ${target.file}, which stands in no room`;
  if (from.folder === to.folder && !target.through) return undefined;
  const passage = passages.find((way) => path.startsWith(way.from) && target.file.startsWith(way.to));
  const passed = (why: string) => {
    if (!passage) return why;
    used.add(passage);
    return undefined;
  };
  if (from.folder === to.folder) return undefined;
  if (from.layer === 2 && to.layer === 2)
    return 'a domain never imports a domain: read its published view, follow its facts, or raise a task';
  if (from.layer < to.layer)
    return passed(`leads up from ${from.folder} to ${to.folder}: lower layers know nothing of higher ones`);
  if (!target.through && packageOf(house, target.file)) {
    const test = isTest(path) && from.layer === 4;
    return test ? undefined : passed(`passes the wall of ${to.folder}: enter by one of its doors (@opengoa/…)`);
  }
  const narrow = narrowDoors.find(({ door }) => door === found.specifier);
  if (narrow && !narrow.for(path, from.layer, isTest(path))) return `${narrow.door} is for ${narrow.whom}`;
  return undefined;
}

/** A contract is read by server and screens alike: names, inputs and facts, no behaviour. */
function judgeContract(house: House, source: Source, found: Import): string | undefined {
  const target = resolveImport(house, source.path, found.specifier);
  if (!target || found.erased) return undefined;
  if ('outside' in target)
    return target.outside === 'zod' ? undefined : `a contract imports contracts and zod, not ${target.outside}`;
  return contractImports.test(target.file) ? undefined : `a contract imports contracts and words, not ${target.file}`;
}

/** Who may know whom: imports run downward, domains do not know each other, rooms are entered by their doors. */
export const walls: Check = {
  title: 'Walls: imports run downward and through named doors, domains do not know each other',
  examine(house) {
    const problems: Problem[] = [];
    const used = new Set<Passage>();
    let examined = 0;
    for (const source of house.sources) {
      if (!source.path.includes('/')) continue;
      for (const found of source.imports) {
        examined += 1;
        const says = judgeImport(house, source, found, used);
        if (says) problems.push({ path: source.path, line: found.line, says });
      }
    }
    for (const { from, to } of passages.filter(
      (way) => !used.has(way) && house.sources.some(({ path }) => path.startsWith(way.from)),
    ))
      problems.push({
        path: 'checks/layers.ts',
        says: `nothing passes from ${from} to ${to} any more: close that passage`,
      });
    return { examined, of: 'imports', problems };
  },
};

/** Of rooms. Inside the kernel a contract may use the kernel's own shapes, which its door gathers. */
export const contracts: Check = {
  title: 'Contracts carry no behaviour: contract.ts imports contracts, words and zod',
  examine(house) {
    const judged = house.sources.filter(({ path }) => path.endsWith('/contract.ts') && !path.startsWith('kernel/'));
    const problems = judged.flatMap((source) =>
      source.imports.flatMap((found) => {
        const says = judgeContract(house, source, found);
        return says ? [{ path: source.path, line: found.line, says }] : [];
      }),
    );
    return { examined: judged.length, of: 'contracts', problems };
  },
};

/** Where screens stand, and what they must not know: shapes reach them by the client that is made from the contract of the program. */
const isScreen = (path: string): boolean => /\/screens\//.test(path) || path.startsWith('web/shell/src/');
const shapes = /(^|\/)(contract|answers)\.ts$/;

/** Of one answer there is one truth: what the program publishes. A type beside it would drift, and the compiler would not say so. */
export const oneTruth: Check = {
  title: 'Screens are typed by the published contract: none imports a room’s contract.ts or answers.ts',
  examine(house) {
    const judged = house.sources.filter(({ path }) => isScreen(path) && !isTest(path));
    const problems = judged.flatMap((source) =>
      source.imports.flatMap(({ specifier, line }) => {
        const target = resolveImport(house, source.path, specifier);
        if (!target || 'outside' in target || !shapes.test(target.file) || target.file.startsWith('kernel/')) return [];
        return [
          {
            path: source.path,
            line,
            says: `takes shapes from ${target.file}: use Answer<…>, Row<…>, Input<…> of @opengoa/web-kit`,
          },
        ];
      }),
    );
    return { examined: judged.length, of: 'screens', problems };
  },
};
