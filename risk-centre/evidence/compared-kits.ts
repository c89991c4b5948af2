import type { KnownKit, RiskKit, Verdict } from '@opengoa/kernel/risk-kit';
import type { RhoOf } from '../methods/evidence-to-probability.ts';
import type { Looks, MeasuredGroup } from './contract.ts';

/** Kits of one risk that judge the same kind of subject from the same records: only they can be seen to repeat each other. */
export interface ComparedGroup {
  readonly risk: string;
  readonly records: string;
  readonly subject: string;
  readonly kits: readonly string[];
}

type Compared = Pick<RiskKit, 'id' | 'risk' | 'records' | 'subject'>;

export const groupKey = ({ risk, records, subject }: Pick<Compared, 'risk' | 'records' | 'subject'>): string =>
  `${risk} ${records} ${subject}`;

/** Groups of two kits at least. */
export function comparedGroups(kits: Iterable<{ readonly kit: Compared }>): ComparedGroup[] {
  const all = [...kits].map(({ kit }) => kit);
  return [...Map.groupBy(all, groupKey).values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const { risk, records, subject } = group[0]!;
      return { risk, records, subject, kits: group.map(({ id }) => id).toSorted() };
    });
}

export const isCompared = (kit: Compared, kits: ReadonlyMap<string, Pick<KnownKit, 'kit'>>): boolean =>
  [...kits.values()].some((other) => other.kit.id !== kit.id && groupKey(other.kit) === groupKey(kit));

/** Correlation for the groups of one finding: measured for all of its kits that spoke, or not at all. */
export const rhoFor =
  (risk: string, measured: readonly MeasuredGroup[]): RhoOf =>
  (records, ids) =>
    measured.find((each) => each.risk === risk && each.records === records && ids.every((id) => each.kits.includes(id)))
      ?.rho ?? undefined;

/**
 * What a kit said of each subject, once: flagged in any of its cases is flagged, judged clear in any is clear.
 * @param period from the first day to the day after the last
 * @returns null where nothing was judged
 */
export function looksOf(
  judged: readonly Pick<Verdict, 'subject' | 'status'>[],
  [, toExclusive]: readonly [string, string],
): Looks | null {
  const worth = { flag: 2, clear: 1, insufficient_data: 0 } as const;
  const said = new Map<string, number>();
  for (const { subject, status } of judged)
    if (status !== 'not_applicable') said.set(subject.id, Math.max(said.get(subject.id) ?? 0, worth[status]));
  if (said.size === 0) return null;
  const saying = (how: number) => [...said].flatMap(([id, each]) => (each === how ? [id] : []));
  return {
    subject: judged[0]!.subject.kind,
    month: `${dayBefore(toExclusive).slice(0, 7)}-01`,
    hit: saying(worth.flag),
    clear: saying(worth.clear),
    insufficient: saying(worth.insufficient_data),
  };
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
