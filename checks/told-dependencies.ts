import type { Check, Problem } from './check.ts';
import { isTest, packageName, type House } from './house.ts';
import { lockedPackages } from './lock-file.ts';

const path = 'docs/dependencies.md';
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Rows of the document: package and version; several in one row stand in the same order, or share one version. */
function toldIn(text: string): Map<string, string> {
  const told = new Map<string, string>();
  for (const [, names = '', versions = ''] of text.matchAll(/^\| ([@a-z][^|]*) \| ([0-9][^|]*) \|/gm)) {
    const each = versions.split(',').map((version) => version.trim());
    for (const [index, name] of names.split(',').entries()) told.set(name.trim(), each[index] ?? each[0]!);
  }
  return told;
}

/** Where a package is imported from, tests and benchmarks apart. */
function imported(house: House): { readonly program: Set<string>; readonly anywhere: Set<string> } {
  const program = new Set<string>();
  const anywhere = new Set<string>();
  for (const source of house.sources) {
    const aside =
      isTest(source.path) || /^(bench|checks|scripts|journeys|web)\//.test(source.path) || source.path.endsWith('.tsx');
    for (const { specifier } of source.imports) {
      anywhere.add(packageName(specifier));
      if (!aside) program.add(packageName(specifier));
    }
  }
  return { program, anywhere };
}

/** Whoever adds a dependency says what for; whoever takes one out takes the line out. */
export const toldDependencies: Check = {
  title: 'Dependencies: docs/dependencies.md names each direct one with its version, and each of the server’s is used',
  examine(house) {
    const problems: Problem[] = [];
    const remarks: string[] = [];
    const manifest = JSON.parse(house.read('package.json')) as Record<string, Record<string, string> | undefined>;
    const locked = new Map(lockedPackages(house).map((each) => [each.at, each.version]));
    const told = toldIn(house.has(path) ? house.read(path) : '');
    const direct = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    for (const name of direct) {
      const version = locked.get(`node_modules/${name}`);
      if (!told.has(name)) problems.push({ path, says: `says nothing of ${name} ${version}` });
      else if (told.get(name) !== version)
        problems.push({ path, says: `${name} is ${version}, not ${told.get(name)}` });
    }
    for (const name of told.keys())
      if (!direct.includes(name)) problems.push({ path, says: `${name} is no direct dependency` });
    const { program, anywhere } = imported(house);
    for (const name of Object.keys(manifest['dependencies'] ?? {})) {
      if (!anywhere.has(name)) problems.push({ path: 'package.json', says: `nobody imports ${name}` });
      else if (!program.has(name)) remarks.push(`${name} is not loaded by the server: it could be a devDependency`);
    }
    return { examined: direct.length, of: 'direct dependencies', problems, remarks };
  },
};
