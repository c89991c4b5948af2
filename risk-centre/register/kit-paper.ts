import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound, read, Refused } from '@opengoa/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import { chainReaders } from '../chain/collect-reads.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const Case = z.looseObject({ name: z.string(), reason: z.string().default('') });
const Cases = z.looseObject({
  'must-be-found': z.array(Case).default([]),
  'must-not-be-found': z.array(Case).default([]),
});

const told = z.strictObject({ name: z.string(), reason: z.string(), status: z.string().nullable() });

/** 规则的方法与例证: how the rule works, and the cases by which it is tested with each change of the program. */
export const kitPaper = read('risk-centre.kit-paper', {
  title: { zh: '规则的方法与例证', en: 'Method and cases of a kit' },
  query: z.strictObject({ kit: z.string().max(120) }),
  answer: z.strictObject({
    kit: z.string(),
    title: words,
    method: z.string(),
    derived: z.array(z.strictObject({ field: z.string(), formula: words })),
    found: z.array(told),
    notFound: z.array(told),
  }),
  who: chainReaders,
  async fetch(_tx, { kit: id }, { kits }) {
    const kit = kits.get(id)?.kit;
    if (!kit) throw new Refused(notFound());
    const [method, text] = await Promise.all(
      ['method.md', 'cases.yaml'].map((name) => readFile(join(kit.folder, name), 'utf8')),
    );
    const cases = Cases.parse(parse(text!));
    const tell = ({ name, reason, ...more }: z.infer<typeof Case>) => ({
      name,
      reason,
      status: typeof more['status'] === 'string' ? more['status'] : null,
    });
    return {
      kit: id,
      title: kit.title,
      method: method!,
      derived: Object.entries(kit.derived).map(([field, formula]) => ({ field, formula })),
      found: cases['must-be-found'].map(tell),
      notFound: cases['must-not-be-found'].map(tell),
    };
  },
});
