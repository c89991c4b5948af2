/** A kit's own cases: what it must find and what it must leave alone, each with the reason why. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RiskKit, StandardsInForce, Verdict } from './kit.ts';

const text = z.string().trim().min(1);
const subject = z.strictObject({ kind: text, id: text, name: text });
const numbers = z.record(z.string(), z.number());

const shared = {
  name: text,
  reason: text,
  subject: subject.optional(),
  inputs: z.record(z.string(), z.unknown()),
  settings: numbers.default({}),
  /** Values in force, by the kit's own names; `null` for one that was not. Laid over the file's. */
  standards: z.record(z.string(), z.number().nullable()).default({}),
};

const CasesFile = z.strictObject({
  subject,
  standards: numbers.default({}),
  /** Inputs that a case does not say itself. */
  inputs: z.record(z.string(), z.unknown()).default({}),
  'must-be-found': z
    .array(z.strictObject({ ...shared, rule: text, value: z.number().optional(), says: z.array(text).default([]) }))
    .min(1),
  'must-not-be-found': z
    .array(
      z.strictObject({
        ...shared,
        rule: text.optional(),
        status: z.enum(['clear', 'insufficient_data', 'not_applicable']),
      }),
    )
    .min(1),
});

export interface CaseOutcome {
  readonly name: string;
  readonly reason: string;
  readonly verdict: Verdict;
  /** What was asked of the case and not met; empty when all is well. */
  readonly problems: readonly string[];
}

/** Runs `cases.yaml` of a kit's folder. @throws when the file is not whole */
export async function runCases(kit: RiskKit, folder: string): Promise<CaseOutcome[]> {
  const read = CasesFile.safeParse(parse(await readFile(join(folder, 'cases.yaml'), 'utf8'), { merge: true }));
  if (!read.success) throw new Error(`${folder}/cases.yaml: ${z.prettifyError(read.error)}`);
  const file = read.data;

  const judged = (
    given: z.infer<typeof CasesFile>['must-be-found'][number] | z.infer<typeof CasesFile>['must-not-be-found'][number],
  ) =>
    kit.judge(
      given.subject ?? file.subject,
      { ...file.inputs, ...given.inputs },
      {
        settings: { ...ownSettings(kit), ...given.settings },
        standards: inForce(kit, { ...file.standards, ...given.standards }),
      },
    );

  return [
    ...file['must-be-found'].map((given): CaseOutcome => {
      const verdict = judged(given);
      const said = verdict.explanation.zh + verdict.explanation.en;
      const problems = [
        verdict.status === 'flag' ? '' : `status is ${verdict.status}: ${verdict.explanation.en}`,
        verdict.rule === given.rule ? '' : `rule is ${verdict.rule}`,
        given.value === undefined || near(verdict.value, given.value) ? '' : `value is ${verdict.value}`,
        ...given.says.map((part) => (said.includes(part) ? '' : `does not say ${part}: ${said}`)),
      ];
      return { name: given.name, reason: given.reason, verdict, problems: problems.filter(Boolean) };
    }),
    ...file['must-not-be-found'].map((given): CaseOutcome => {
      const verdict = judged(given);
      const problems = [
        verdict.status === given.status ? '' : `status is ${verdict.status}: ${verdict.explanation.en}`,
        given.rule === undefined || verdict.rule === given.rule ? '' : `rule is ${verdict.rule}`,
      ];
      return { name: given.name, reason: given.reason, verdict, problems: problems.filter(Boolean) };
    }),
  ];
}

const ownSettings = (kit: RiskKit) =>
  Object.fromEntries(Object.entries(kit.settings).map(([name, { value }]) => [name, value]));

const near = (value: number | null, expected: number): boolean =>
  value !== null && Math.abs(value - expected) <= Math.max(1e-5 * Math.abs(expected), 5.1e-7);

/** A case gives numbers; the rule sees them as values of the standards it asked for. */
function inForce(kit: RiskKit, values: Readonly<Record<string, number | null>>): StandardsInForce {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const asked = kit.standards[name];
      if (!asked) throw new Error(`${kit.id}: a case gives standard ${name}, which risk.yaml does not ask for`);
      if (value === null) return [];
      const { id, unit } = asked;
      return [
        [
          name,
          {
            id,
            value,
            unit,
            day: '2000-01-01',
            source: { document: 'cases.yaml' },
            confidence: 'project-default' as const,
          },
        ],
      ];
    }),
  );
}
