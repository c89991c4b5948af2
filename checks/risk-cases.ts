import { parse } from 'yaml';
import type { Check, Problem } from './check.ts';

const parts = ['risk.yaml', 'risk.ts', 'cases.yaml', 'method.md'] as const;
const kinds = {
  'must-be-found': 'no case that must be found',
  'must-not-be-found': 'no case that must be left alone',
} as const;

/** A kit without cases is a claim: each has its rule, its words, its method, and cases that must and must not be found. */
export const riskCases: Check = {
  title: 'Risks: every kit is whole and has cases that must and must not be found',
  examine(house) {
    const folders = [
      ...new Set(house.paths.flatMap((path) => /^(?!kernel\/)(.+\/risks\/[^/]+)\//.exec(path)?.[1] ?? [])),
    ].filter((folder) => !folder.includes('/templates/'));
    const problems: Problem[] = [];
    for (const folder of folders) {
      for (const part of parts)
        if (!house.has(`${folder}/${part}`)) problems.push({ path: folder, says: `has no ${part}` });
      if (!house.has(`${folder}/cases.yaml`)) continue;
      const written = parse(house.read(`${folder}/cases.yaml`)) as Record<string, unknown> | null;
      for (const [kind, says] of Object.entries(kinds)) {
        const cases = written?.[kind];
        if (!Array.isArray(cases) || cases.length === 0) problems.push({ path: `${folder}/cases.yaml`, says });
      }
    }
    return { examined: folders.length, of: 'kits', problems };
  },
};
