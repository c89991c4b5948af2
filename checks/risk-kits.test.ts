/** Every kit on the disk, found by looking: it is whole, its cases hold, and its words accuse nobody. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findKits, loadKit, runCases } from '@opengoa/kernel/risk-kit';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const kits = await Promise.all((await findKits(root)).map(async (folder) => ({ folder, kit: await loadKit(folder) })));

const standards = loadStandards(await findStandards(root));

/** Columns of every table, from the rooms' own catalogues. */
const columns = new Map<string, ReadonlySet<string>>();
for await (const file of glob(
  ['kernel', 'risk-centre', 'domains/*'].map((folder) => `${folder}/columns.yaml`),
  { cwd: root },
)) {
  const { tables } = parse(await readFile(join(root, file), 'utf8')) as {
    tables: Record<string, { plain?: readonly string[]; columns?: Readonly<Record<string, unknown>> }>;
  };
  for (const [table, { plain = [], columns: marked = {} }] of Object.entries(tables))
    columns.set(table, new Set([...plain, ...Object.keys(marked)]));
}
const asColumn = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Words of a closed case. A finding is an anomaly to be verified, and no text of a kit says more. */
const verdictWords = ['造假', '违规', '违法', '违纪', '舞弊', '作弊', '贪污', '欺诈', '私用'];
const verdictWordsEn = ['fraud', 'violation', 'illegal', 'cheat', 'guilty', 'misuse', 'offence'];

test('there are kits to look at', () => {
  expect(kits.map(({ kit }) => kit.id)).toEqual(
    expect.arrayContaining([
      'energy/off-hours-load',
      'energy/use-over-baseline',
      'vehicles/fuel-over-standard',
      'vehicles/used-outside-approval',
    ]),
  );
});

describe.each(kits.map(({ folder, kit }) => ({ id: kit.id, folder, kit })))('$id', async ({ folder, kit }) => {
  const outcomes = await runCases(kit, folder);

  test.each(outcomes)('$name', ({ problems }) => expect(problems).toEqual([]));

  test('each of its templates speaks in a case', () => {
    const spoken = new Set(outcomes.map(({ verdict }) => verdict.rule));
    expect(Object.keys(kit.templates).filter((template) => !spoken.has(template))).toEqual([]);
  });

  test('a finding calls itself an anomaly to be verified, can be computed again, and names what would be harmless', () => {
    for (const { verdict } of outcomes.filter((outcome) => outcome.verdict.status === 'flag')) {
      expect(verdict.explanation.zh).toContain('待核实');
      expect(verdict.explanation.en).toContain('verified');
      expect(verdict.evidence.length).toBeGreaterThan(0);
      expect(verdict.benign.length).toBeGreaterThan(0);
      expect(verdict.value).not.toBeNull();
      expect(verdict.loss!.low).toBeLessThanOrEqual(verdict.loss!.mid);
      expect(verdict.loss!.mid).toBeLessThanOrEqual(verdict.loss!.high);
      expect(verdict.llr).toBeLessThanOrEqual(Math.log(100));
    }
  });

  test('L02 each figure of its evidence is a column as recorded, or says from which record it is, or by which formula', () => {
    const evidence = outcomes.flatMap(({ verdict }) => verdict.evidence);
    const unsaid = evidence.filter(({ table, field }) => {
      const recorded = [asColumn(field), `${asColumn(field)}_id`].some((column) => columns.get(table)?.has(column));
      return !recorded && !(field in kit.native) && !(field in kit.derived);
    });
    expect([...new Set(unsaid.map(({ table, field }) => `${table} ${field}`))]).toEqual([]);
    const told = new Set(evidence.map(({ field }) => field));
    const said = [...Object.keys(kit.native), ...Object.keys(kit.derived)];
    expect(said.filter((field) => !told.has(field))).toEqual([]);
    expect(said.filter((field) => field in kit.native && field in kit.derived)).toEqual([]);
  });

  test('every standard it asks for is in force, in the unit it counts in', () => {
    const asked = Object.values(kit.standards);
    const units = asked.map(({ id, selector }) => {
      const value = standards.valueOn(id, '2026-01-05', [], selector);
      return value.found ? value.unit : 'not in force';
    });
    expect(units).toEqual(asked.map(({ unit }) => unit));
  });

  test('its texts accuse nobody', async () => {
    const files = await Promise.all(
      ['risk.yaml', 'cases.yaml', 'method.md'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    const said = outcomes.flatMap(({ verdict }) => [verdict.explanation.zh, verdict.explanation.en]);
    const all = [...files, ...said].join('\n');
    expect(verdictWords.filter((word) => all.includes(word))).toEqual([]);
    expect(verdictWordsEn.filter((word) => all.toLowerCase().includes(word))).toEqual([]);
  });
});
