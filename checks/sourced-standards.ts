import { findStandards, loadStandards, StandardsRefused } from '@opengoa/kernel/standards';
import { parse } from 'yaml';
import type { Check, Problem } from './check.ts';

/** A limit without a paper is somebody's opinion: each value names its document, and the loader accepts the file. */
export const sourcedStandards: Check = {
  title: 'Standards: each value names its source, and every file loads with its examples',
  async examine(house) {
    const files = await findStandards(house.root);
    const problems: Problem[] = [];
    for (const file of files) {
      const written = parse(file.text) as {
        values?: Record<string, { source?: { document?: string } }>;
        local?: { source?: { document?: string } }[];
      } | null;
      const values = [...Object.entries(written?.values ?? {}), ...Object.entries(written?.local ?? [])];
      for (const [from, value] of values)
        if (!value?.source?.document?.trim())
          problems.push({ path: file.path, says: `the value from ${from} names no document` });
      try {
        loadStandards([file]);
      } catch (error) {
        if (!(error instanceof StandardsRefused)) throw error;
        problems.push({ path: file.path, says: error.message.split('\n').slice(0, 3).join(' / ') });
      }
    }
    return { examined: files.length, of: 'standards', problems };
  },
};
