import type { Tx } from '@opengoa/kernel';
import { proposedAmendment, servedBetween, servedStretches, signedAmendments } from './amendment-store.ts';
import type { ServiceContractAnswer } from './contract.ts';
import { type Edition, editionOn, editionsOf } from './editions.ts';
import { buildingsNamed } from './property-store.ts';
import type { ServiceContract } from './service-contract.ts';

type Told = Pick<ServiceContractAnswer, 'editions' | 'proposed' | 'newest'>;
type Today = Pick<ServiceContractAnswer, 'annualFeeFen' | 'buildings' | 'dimensions'>;

/** 各版约定 of a contract: the editions as its page tells them, the terms of today, and what waits to be signed. */
export async function contractEditions(tx: Tx, contract: Omit<ServiceContract, 'askedBy'>, today: string) {
  const signed = await signedAmendments(tx, contract.id);
  const served = await servedStretches(tx, contract.id);
  const terms: Edition[] = editionsOf(contract, signed);
  const now = editionOn(terms, today);
  const buildingsOf = ({ first }: Edition) => servedBetween(served, first, first);
  const told = ({ annualFeeFen, dimensions, energyTargets }: Edition) => ({
    annualFeeFen,
    dimensions: [...dimensions],
    energyTargets,
  });
  const editions = terms.map((each, n) => {
    const by = signed[n - 1];
    return {
      ...told(each),
      edition: each.edition,
      first: each.first,
      last: each.last,
      to: each.to,
      buildings: buildingsOf(each),
      paper: by?.paper ?? contract.number,
      why: by?.why ?? '',
      askedName: by?.askedName ?? contract.askedName,
      signedName: by ? by.decidedName : contract.decidedName,
      signedOn: by?.decidedOn ?? null,
      said: by?.said ?? '',
      current: each === now,
    };
  });
  const newest = terms.at(-1)!;
  const open = await proposedAmendment(tx, contract.id);
  const proposed = open && {
    from: open.from,
    paper: open.paper,
    why: open.why,
    to: open.to,
    annualFeeFen: open.annualFeeFen,
    dimensions: open.dimensions,
    energyTargets: open.energyTargets,
    askedName: open.askedName,
    buildings: (await buildingsNamed(tx, open.buildings)).map(({ id, name }) => ({ id, name })),
  };
  const answer: Told = {
    editions,
    proposed: proposed ?? null,
    newest: { ...told(newest), buildings: buildingsOf(newest) },
  };
  const ofToday: Today = {
    annualFeeFen: now.annualFeeFen,
    dimensions: [...now.dimensions],
    buildings: buildingsOf(now),
  };
  return { ...answer, served, terms, today: ofToday };
}
