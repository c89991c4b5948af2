/** Reads a kit from its folder, refusing one that is not whole. */
import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  type Judge,
  type Judgement,
  type RiskKit,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
  kitStates,
} from './kit.ts';
import { SourceShape } from '../standards/standard-file.ts';
import { type Words, fillWords } from '../words.ts';
import { vanityOf } from './vanity.ts';

const text = z.string().trim().min(1).max(1000);
const words = z.strictObject({ zh: text, en: text });
const key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower case with hyphens');

const setting = z
  .strictObject({ value: z.number(), range: z.tuple([z.number(), z.number()]), unit: text, why: text })
  .refine(({ value, range: [low, high] }) => low <= value && value <= high, 'the value lies outside its range');

const KitFile = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: words,
  question: words,
  subject: key,
  risk: key.optional(),
  records: key.optional(),
  'evidence-class': z.enum(['D', 'S', 'M']),
  state: z.enum(kitStates),
  impact: z.enum(['none', 'safety', 'integrity', 'secrecy']),
  indicators: z.array(z.string().regex(/^[A-Z]{2}-\d{2}[a-z]?$/)).min(1),
  article: SourceShape,
  remedy: words,
  /** Hours that checking one finding costs; the queue divides by it. */
  'check-hours': z.number().positive(),
  /** Share of subjects of which it is true, until a random sample has measured it. */
  prior: z.number().gt(0).lt(0.5),
  'known-false-alarms': z.record(key, words).refine((all) => Object.keys(all).length > 0, 'at least one'),
  native: z.record(text, words).default({}),
  derived: z.record(text, words).default({}),
  templates: z.record(key, words).refine((all) => 'clear' in all, 'a template for `clear`'),
  settings: z.record(key, setting),
  standards: z.record(key, z.strictObject({ id: text, selector: z.record(key, z.string()).default({}), unit: text })),
});

/**
 * @param folder `<room>/risks/<name>`, holding risk.yaml and risk.ts
 * @throws when risk.yaml is not whole, counts what cannot be an indicator (M10), or risk.ts exports no `judge`: a fault of the kit, found at start
 */
export async function loadKit(folder: string): Promise<RiskKit> {
  const read = KitFile.safeParse(parse(await readFile(join(folder, 'risk.yaml'), 'utf8')));
  if (!read.success) throw new Error(`${folder}/risk.yaml: ${z.prettifyError(read.error)}`);
  const file = read.data;
  const vanity = vanityOf({ title: file.title });
  if (vanity) throw new Error(`${folder}/risk.yaml: ${vanity.why.zh} ${vanity.why.en}`);
  const rule = (await import(pathToFileURL(join(folder, 'risk.ts')).href)) as { judge?: Judge<RiskSubject, unknown> };
  if (typeof rule.judge !== 'function') throw new Error(`${folder}/risk.ts exports no judge`);
  const { judge } = rule;
  const own: Settings = Object.fromEntries(Object.entries(file.settings).map(([name, { value }]) => [name, value]));
  const id = idOf(folder);
  return {
    id,
    risk: `${id.slice(0, id.indexOf('/'))}/${file.risk ?? id.slice(id.indexOf('/') + 1)}`,
    records: `${id.slice(0, id.indexOf('/'))}/${file.records ?? id.slice(id.indexOf('/') + 1)}`,
    folder,
    version: file.version,
    title: file.title,
    question: file.question,
    subject: file.subject,
    evidenceClass: file['evidence-class'],
    state: file.state,
    impact: file.impact,
    indicators: file.indicators,
    article: file.article as RiskKit['article'],
    remedy: file.remedy,
    checkHours: file['check-hours'],
    prior: file.prior,
    knownFalseAlarms: file['known-false-alarms'],
    native: file.native,
    derived: file.derived,
    templates: file.templates,
    settings: file.settings,
    standards: file.standards,
    judge(subject, inputs, given) {
      const settings = { ...own, ...given.settings };
      const standards = given.standards ?? {};
      const { said, excluded = [], ...judged } = judge(subject, inputs, settings, standards);
      return {
        ...judged,
        kit: id,
        version: file.version,
        subject,
        rule: said.template,
        evidenceClass: judged.evidenceClass ?? file['evidence-class'],
        signals: judged.signals ?? [],
        explanation: inWords(id, file.templates, said, subject),
        benign: Object.entries(file['known-false-alarms']).flatMap(([name, why]) =>
          excluded.includes(name) ? [] : [why],
        ),
        standards: usedOf(standards, file.standards),
        settings,
      };
    },
  };
}

/** Folders of all kits below a root, in order: every `<room>/risks/<name>` with a risk.yaml. */
export async function findKits(root: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (
        !entry.isDirectory() ||
        ['node_modules', 'dist', 'data', 'coverage', 'testing'].includes(entry.name) ||
        entry.name.startsWith('.')
      ) {
        continue;
      }
      const path = join(folder, entry.name);
      if (entry.name !== 'risks') {
        await walk(path);
        continue;
      }
      for (const kit of await readdir(path, { withFileTypes: true }))
        if (kit.isDirectory()) found.push(join(path, kit.name));
    }
  };
  await walk(root);
  return found.toSorted();
}

/** `domains/energy/risks/off-hours-load` is `energy/off-hours-load`. */
function idOf(folder: string): string {
  const parts = folder.split(sep).filter((part) => part !== '');
  return `${parts.at(-3)}/${parts.at(-1)}`;
}

function inWords(
  kit: string,
  templates: Readonly<Record<string, Words>>,
  said: Judgement['said'],
  subject: RiskSubject,
): Words {
  const template = templates[said.template];
  if (!template) throw new Error(`${kit}: no template ${said.template}`);
  const filled = fillWords(template, { name: subject.name, ...said.data });
  const gap = /\{\w+\}/.exec(filled.zh + filled.en);
  if (gap) throw new Error(`${kit}: template ${said.template} has nothing for ${gap[0]}`);
  return filled;
}

const usedOf = (standards: StandardsInForce, asked: Readonly<Record<string, unknown>>): StandardsInForce =>
  Object.fromEntries(Object.entries(standards).filter(([name]) => name in asked));
