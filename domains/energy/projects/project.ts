import { type Id, type Offer, refuse, type Refusal, tableOfMoves } from '@opengoa/kernel';
import type { Carrier, Measure } from '../contract.ts';
import type { ProjectState, Terms } from './contract.ts';
import { yearsOf } from './payable.ts';
import { projectStates } from './words.zh.ts';

/** 节能项目: what was done to use less, and how the money of it is shared. */
export interface Project extends Terms {
  readonly id: Id;
  readonly unit: Id;
  readonly carrier: Carrier;
  readonly measure: Measure;
  readonly meters: readonly Id[];
  readonly reportingFrom: string | null;
  readonly state: ProjectState;
  readonly said: string;
  readonly version: number;
}

export const projectMoves = tableOfMoves('energy.project', projectStates, 'planned', {
  planned: {
    'energy.change-project': 'planned',
    'energy.start-project': 'running',
    'energy.end-project': 'ended',
  },
  running: {
    'energy.accept-project': 'accepted',
    'energy.settle-project': 'running',
    'energy.end-project': 'ended',
  },
  accepted: { 'energy.settle-project': 'accepted', 'energy.end-project': 'ended' },
  ended: {},
});

export const projectOf = ({ id }: Pick<Project, 'id'>) => ({ kind: 'energy.project', id });
export const offersFor = ({ unit, state, kind }: Pick<Project, 'unit' | 'state' | 'kind'>): Offer => ({
  verbs: projectMoves.from(state).filter((verb) => kind !== 'own-funded' || verb !== 'energy.settle-project'),
  place: { unit },
});

/** What terms lack; nothing where they are whole. */
export function termsRefusal(terms: Terms): Refusal | undefined {
  if (terms.baselineToExclusive <= terms.baselineFrom) return refuse('period-backwards');
  if (terms.kind === 'own-funded') return undefined;
  const { contractFrom, contractTo } = terms;
  if (terms.contractor === null || contractFrom === null || contractTo === null) return refuse('contract-incomplete');
  if (contractTo <= contractFrom) return refuse('period-backwards');
  if (terms.kind === 'shared-savings') {
    const years = yearsOf(contractFrom, contractTo);
    return terms.sharePercents.length === years ? undefined : refuse('shares-not-the-years', { years });
  }
  if (terms.yearlyFeeFen === null || (terms.kind === 'guaranteed' && terms.guaranteed === null))
    return refuse('contract-incomplete');
  return undefined;
}
