import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '@opengoa/kernel';
import type { RiskKit } from '@opengoa/kernel/risk-kit';
import { parse } from 'yaml';
import { z } from 'zod';

const Reasons = z.record(
  z.string().regex(/^[a-z][a-z-]*$/),
  z.strictObject({
    zh: z.string().min(2),
    en: z.string().min(2),
    outcome: z.enum(['explained', 'data-problem', 'not-verifiable']),
  }),
);

export interface DismissalReason {
  readonly code: string;
  readonly title: Words;
  readonly outcome: 'explained' | 'data-problem' | 'not-verifiable';
}

/** Reasons that any kit's finding may be dismissed for, from the list beside this file. */
export const generalReasons: readonly DismissalReason[] = Object.entries(
  Reasons.parse(parse(readFileSync(join(import.meta.dirname, 'dismissal-reasons.yaml'), 'utf8'))),
).map(([code, { zh, en, outcome }]) => ({ code, title: { zh, en }, outcome }));

/** Said before there was a list, or by a door that named none. */
export const unsaid: DismissalReason = {
  code: 'unsaid',
  title: { zh: '未选原因', en: 'No reason chosen' },
  outcome: 'explained',
};

/** What a finding of these kits may be dismissed for: what each kit knows to look like it first, then the general list. */
export function reasonsFor(kits: readonly (Pick<RiskKit, 'knownFalseAlarms'> | undefined)[]): DismissalReason[] {
  const known = new Map(kits.flatMap((kit) => Object.entries(kit?.knownFalseAlarms ?? {})));
  return [...[...known].map(([code, title]) => ({ code, title, outcome: 'explained' as const })), ...generalReasons];
}
