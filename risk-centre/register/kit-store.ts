import { saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import type { Settings } from '@opengoa/kernel/risk-kit';
import { KitTuned } from './contract.ts';
import type { CountedOutcome } from './measured-kits.ts';
import type { KitState } from '@opengoa/kernel/risk-kit';
import { KitAdopted } from '../contract.ts';

/** The state a kit was put into here, or undefined where it is as it came. */
export const findKitState = async (tx: Tx, kit: string): Promise<KitState | undefined> =>
  (await tx.maybe<{ state: KitState }>(sql`select state from risk_centre.kit_state where kit = ${kit}`))?.state;

/** States that were set here, by kit. */
export const kitStates = async (tx: Tx): Promise<ReadonlyMap<string, KitState>> =>
  new Map(
    (await tx.rows<{ kit: string; state: KitState }>(sql`select kit, state from risk_centre.kit_state`)).map(
      ({ kit, state }) => [kit, state],
    ),
  );

/** Sensitivity as it was set here, by kit; a kit that is not among them runs as it came. */
export async function tunedSettings(tx: Tx): Promise<ReadonlyMap<string, Settings>> {
  const rows = await tx.rows<{ kit: string; settings: Settings }>(
    sql`select kit, settings from risk_centre.kit_setting`,
  );
  return new Map(rows.map(({ kit, settings }) => [kit, settings]));
}

export interface KitMove {
  readonly id: string;
  readonly at: Date;
  readonly settings: Settings;
  readonly before: Settings;
  readonly undoes: string | null;
}

/** Every move of a kit's settings, the oldest first. */
export const movesOf = (tx: Tx, kit: string): Promise<KitMove[]> =>
  tx.rows(sql`select id, at, settings, before, undoes from risk_centre.kit_move where kit = ${kit} order by at, id`);

/** The newest move that still stands: neither taken back, nor itself the taking back of one. */
export const standingMove = (moves: readonly KitMove[]): KitMove | undefined => {
  const undone = new Set(moves.flatMap(({ undoes }) => undoes ?? []));
  return moves.findLast(({ id, undoes }) => undoes === null && !undone.has(id));
};

/**
 * Verdicts so far, by kit that spoke: what its precision is made from. A finding that two kits raised together counts for both.
 * @param mine which units' findings the asker may see
 */
export const countOutcomes = (tx: Tx, mine: Sql = sql`true`): Promise<CountedOutcome[]> =>
  tx.rows(
    sql`select kit, outcome, count(*)::int as n from risk_centre_read.verdict_v1 where ${mine} group by kit, outcome`,
  );

export interface LastRun {
  readonly kit: string;
  readonly at: Date;
  readonly looked: number;
  readonly flagged: number;
  readonly clear: number;
  readonly insufficient: number;
  readonly notApplicable: number;
  readonly periodFrom: string;
  readonly periodTo: string;
}

/** The newest period each kit was run over, all units together that the asker may see. */
export const lastRuns = (tx: Tx, mine: Sql): Promise<LastRun[]> =>
  tx.rows(sql`
    select r.kit, max(r.at) as at, sum(r.looked)::int as looked, sum(r.flagged)::int as flagged, sum(r.clear)::int as clear,
           sum(r.insufficient)::int as insufficient, sum(r.not_applicable)::int as "notApplicable",
           min(r.period_from)::text as "periodFrom", max(r.period_to)::text as "periodTo"
      from (select * from risk_centre.run where ${mine} and not at_once) r
      join (select kit, max(at) as at from risk_centre.run where ${mine} and not at_once group by kit) newest on newest.kit = r.kit and r.at > newest.at - interval '1 hour'
     group by r.kit`);

export const kitSaves = [
  saves(KitAdopted, (tx, { body }, { now }) =>
    tx.run(sql`
      insert into risk_centre.kit_state (kit, state, since) values (${body.kit}, ${body.state}, ${now})
      on conflict (node_id, kit) do update set state = excluded.state, since = excluded.since`),
  ),
  saves(KitTuned, async (tx, { object, body }, { now }) => {
    await tx.run(sql`
      insert into risk_centre.kit_setting (kit, settings, since) values (${body.kit}, ${JSON.stringify(body.settings)}::jsonb, ${now})
      on conflict (node_id, kit) do update set settings = excluded.settings, since = excluded.since`);
    await tx.run(sql`
      insert into risk_centre.kit_move (id, kit, at, settings, before, evidence, undoes)
      values (${object.id}, ${body.kit}, ${now}, ${JSON.stringify(body.settings)}::jsonb, ${JSON.stringify(body.before)}::jsonb,
              ${body.evidence === null ? null : JSON.stringify(body.evidence)}::jsonb, ${body.undoes})`);
  }),
];
