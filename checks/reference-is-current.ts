import type { Check } from './check.ts';
import { referencePages } from './reference/pages.ts';

const command = 'node scripts/on-node-24.mjs scripts/reference.ts';

/** Pages made from the code are read as the truth about it, and screens are typed by the client made from the contract: a stale one would lie. */
export const referenceIsCurrent: Check = {
  title: 'Reference: docs/reference and the typed client are what the code says',
  async examine(house) {
    const pages = await referencePages(house);
    const stale = [...pages].filter(([path, text]) => !house.has(path) || house.read(path) !== text);
    const left = house.paths.filter((path) => path.startsWith('docs/reference/') && !pages.has(path));
    return {
      examined: pages.size,
      of: 'files',
      problems: [
        ...stale.map(([path]) => ({ path, says: `is not what the code says: run \`${command}\`` })),
        ...left.map((path) => ({ path, says: 'is made by nothing: delete it' })),
      ],
    };
  },
};
