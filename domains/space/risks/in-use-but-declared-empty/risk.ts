import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';

/** A room that is declared vacant, and who and what the other ledgers put into it. */
export interface DeclaredEmptyInputs {
  /** People who sit in it by the ledger of seats. */
  readonly people: number;
  /** Cards of assets in use whose place is this room. */
  readonly assetsInUse: number;
  readonly areaM2: number;
}

/** A room that is declared vacant while people sit in it or things in use stand in it. */
export function judge(
  subject: RiskSubject,
  { people, assetsInUse, areaM2 }: DeclaredEmptyInputs,
  settings: Settings,
): Judgement {
  const least = settings['least-assets'] ?? 3;
  const byPeople = people > 0;
  const byAssets = assetsInUse >= least;
  const found = byPeople || byAssets;
  const data = { people, assets: assetsInUse, area: areaM2.toFixed(1) };
  return {
    status: found ? 'flag' : 'clear',
    value: byPeople ? people : assetsInUse,
    threshold: byPeople ? 1 : least,
    unit: byPeople ? 'persons' : 'assets',
    ...(found
      ? {
          llr: settings[byPeople ? 'llr-people' : 'llr-assets'] ?? 0,
          loss: { low: 0, mid: areaM2 / 2, high: areaM2, unit: 'm2' as const },
        }
      : {}),
    said: { template: byPeople ? 'people' : byAssets ? 'assets' : 'clear', data },
    signals: [
      { rule: 'people', found: byPeople, value: people, threshold: 1, unit: 'persons', evidenceClass: 'D' },
      { rule: 'assets', found: byAssets, value: assetsInUse, threshold: least, unit: 'assets', evidenceClass: 'S' },
    ],
    evidence: [
      { table: 'space.room', key: subject.id, field: 'state', value: 'vacant' },
      { table: 'space.room', key: subject.id, field: 'people', value: people },
      { table: 'space.room', key: subject.id, field: 'assetsInUse', value: assetsInUse },
    ],
  };
}
