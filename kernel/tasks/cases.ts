import type { Actor } from '../actor.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { FactDraft } from '../fact-type.ts';
import type { Id } from '../id.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Refusal } from '../refusal.ts';
import type { StandardSet } from '../standards/standards.ts';
import type { Words } from '../words.ts';

export type StepsDefinitions = ReadonlyMap<string, unknown>;

/** What a room says when it sends something through steps. */
export interface CaseInput {
  readonly definition: string;
  readonly object: { readonly kind: string; readonly id: Id };
  readonly unit: Id;
  readonly asker: Id;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly title: Words;
  /** One sentence, complete enough to decide by: 4 人 2026-03-06 08:00 去石桥县,往返 126 km. */
  readonly summary: string;
  readonly opens: string;
  /** Verbs that may answer a task of this case. */
  readonly verbs: readonly string[];
}

/** A case as its row holds it. */
export interface CaseRow {
  readonly id: Id;
  readonly unit: Id;
  readonly definition: string;
  readonly object: { readonly kind: string; readonly id: Id };
  readonly asker: Id;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly state: unknown;
  readonly status: 'open' | 'approved' | 'refused' | 'withdrawn';
  readonly version: number;
  readonly around: Pick<CaseInput, 'title' | 'summary' | 'opens' | 'verbs'>;
}

export type CaseAct =
  | { readonly kind: 'approve' | 'refuse'; readonly opinion?: string }
  | { readonly kind: 'return'; readonly opinion: string; readonly to?: string }
  | { readonly kind: 'add-signer'; readonly persons: readonly Id[]; readonly opinion?: string; readonly when: 'before' | 'after' }
  | { readonly kind: 'hand-over'; readonly to: Id; readonly opinion?: string }
  | { readonly kind: 'withdraw'; readonly opinion?: string }
  | { readonly kind: 'urge' }
  | { readonly kind: 'resubmit'; readonly attributes?: Readonly<Record<string, unknown>> }
  | { readonly kind: 'time-out' };

export interface CaseMove {
  readonly facts: readonly FactDraft[];
  readonly ended: 'approved' | 'refused' | 'withdrawn' | 'returned' | null;
}

/** One step a case will walk, told before it is sent. */
export interface StepAhead {
  readonly step: string;
  readonly title: Words;
  readonly holders: readonly { readonly id: Id; readonly name: string }[];
  readonly why?: string;
}

/** Cases, as verbs use them: pure, on the organisation and standards of this instant. */
export interface Cases {
  open(input: CaseInput): readonly FactDraft[] | Refusal;
  act(row: CaseRow, act: CaseAct): CaseMove | Refusal;
  path(input: Pick<CaseInput, 'definition' | 'unit' | 'asker' | 'attributes'>): readonly StepAhead[];
}

export interface Surroundings {
  readonly definitions: StepsDefinitions;
  readonly organisation: Organisation;
  readonly standards: StandardSet;
  readonly calendar: Calendar;
  readonly actor: Actor;
  readonly now: Date;
}

export function casesIn(_around: Surroundings): Cases {
  const missing = () => {
    throw new Error('the steps engine is not in the house yet');
  };
  return { open: missing, act: missing, path: missing };
}

export async function loadSteps(_root: string): Promise<StepsDefinitions> {
  return new Map();
}
