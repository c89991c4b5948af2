import { sql, type Id, type Sql, type Tx } from '@opengoa/kernel';
import { goesDown, partsOf, type Part, type Parts } from '../methods/dependency/goes-down.ts';
import type { PartKind } from './contract.ts';
import { downRows, houseRows, type DownRow } from './house-parts.ts';

/** What is told of a part beside what it needs. */
export interface ToldPart {
  readonly id: Id;
  readonly name: string;
  readonly kind: PartKind;
  readonly unit: Id;
  /** Entered by an officer, or known by a ledger, whose name this is. */
  readonly source: { readonly zh: string; readonly en: string } | null;
  readonly hourLossFen: number | null;
  readonly repairHours: number | null;
}

export interface Graph {
  readonly told: ReadonlyMap<Id, ToldPart>;
  /** Losses as they are recorded; each part counts as one where none is recorded at all. */
  readonly parts: Parts;
  readonly weighed: boolean;
  /** Parts and needs that an officer entered and that stand today. */
  readonly entered: ReadonlySet<Id>;
  readonly needs: number;
  readonly down: readonly DownRow[];
}

interface EnteredPart {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: PartKind;
  readonly thing: Id | null;
  readonly within: Id | null;
  readonly hourLossFen: number | null;
  readonly repairHours: number | null;
}

/**
 * Everything within the right that stands today: what officers entered, and of the ledgers the buildings in which that stands or the asked part does.
 * @param asked a part or thing that is to be among them
 */
export async function graphOf(tx: Tx, today: string, mine: Sql, asked: Id | null): Promise<Graph> {
  const needs = await tx.rows<{ part: Id; of: Id[]; atLeast: number | null }>(sql`
    select part_id as part, "of", at_least as "atLeast" from risk_centre.need
     where since <= ${today} and (until is null or until > ${today}) and ${mine}`);
  const touched = [...new Set(needs.flatMap(({ part, of }) => [part, ...of]))];
  const entered = await tx.rows<EnteredPart>(sql`
    select id, unit_id as unit, name, kind, thing_id as thing, within_id as within, hour_loss_fen::float8 as "hourLossFen", repair_hours as "repairHours"
      from risk_centre.part where id = any (${touched}::uuid[]) and ${mine}`);
  const of = asked === null ? [] : await houseRows(tx, sql`part_id = ${asked} and ${mine}`);
  const within = [...new Set([...entered.flatMap((each) => each.within ?? []), ...of.map((each) => each.within)])];
  const house = within.length > 0 ? await houseRows(tx, sql`within_id = any (${within}::uuid[]) and ${mine}`) : [];
  // A part that a ledger knows goes by the ledger's id: two officers who name the same room speak of one.
  const node = new Map(entered.map(({ id, thing }) => [id, thing ?? id]));
  const told = new Map<Id, ToldPart>();
  for (const { id, name, kind, unit, zh, en } of house)
    if (!told.has(id)) told.set(id, { id, name, kind, unit, source: { zh, en }, hourLossFen: null, repairHours: null });
  for (const each of entered) {
    const id = node.get(each.id)!;
    const before = told.get(id);
    told.set(id, {
      id,
      name: before?.name ?? each.name,
      kind: each.kind,
      unit: each.unit,
      source: before?.source ?? null,
      hourLossFen: each.hourLossFen ?? before?.hourLossFen ?? null,
      repairHours: each.repairHours ?? before?.repairHours ?? null,
    });
  }
  const groups = new Map<Id, Part['needs'][number][]>();
  const push = (id: Id, need: Part['needs'][number]) => {
    if (told.has(id)) groups.set(id, [...(groups.get(id) ?? []), need]);
  };
  for (const { id, needs: other } of house) if (other !== null && told.has(other)) push(id, { of: [other] });
  for (const need of needs) {
    const members = need.of.flatMap((id) => node.get(id) ?? []);
    // Of a part beyond the asker's right nothing is told, and nothing can be said of the group.
    if (members.length < need.of.length || !node.has(need.part)) continue;
    const distinct = [...new Set(members)];
    push(node.get(need.part)!, {
      of: distinct,
      ...(need.atLeast === null ? {} : { atLeast: Math.min(need.atLeast, distinct.length) }),
    });
  }
  const weighed = [...told.values()].some(({ hourLossFen }) => hourLossFen !== null && hourLossFen > 0);
  const parts = partsOf(
    [...told.values()].map(({ id, hourLossFen }) => ({
      id,
      needs: groups.get(id) ?? [],
      hourLossFen: weighed ? (hourLossFen ?? 0) : 1,
    })),
  );
  const down = told.size > 0 ? (await downRows(tx, mine)).filter(({ part }) => told.has(part)) : [];
  return { told, parts, weighed, entered: new Set(node.values()), needs: needs.length, down };
}

/** What else goes down with one part. */
export const takenBy = (parts: Parts, id: Id) => goesDown(parts, [id]);
