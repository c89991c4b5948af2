import { type Context, empty, type Id, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import type { Kind } from '../contract.ts';
import { thresholdVerdicts } from '../inquiries/inquiry-limits.ts';
import type { AwardsConcentratedInputs } from './awards-concentrated/risk.ts';
import { type Dealing, type DealingsInputs, winnerOf } from './dealings.ts';
import { asKnown } from './gather-inquiries.ts';
import type { SplitInquiriesInputs } from './split-inquiries/risk.ts';

/** A year of a unit's awards is looked at together. */
const year = 365;

interface UnitDealing extends Dealing {
  readonly unit: Id;
  readonly kind: Kind;
}

interface DealtRow {
  readonly inquiry: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: Kind;
  readonly at: Date;
  readonly id: Id;
  readonly code: string;
  readonly supplier: string;
  readonly amountFen: number;
  readonly valid: boolean;
  readonly won: boolean;
  readonly late: boolean;
}

/**
 * Awarded within a year before the end of the period, oldest first, with the quotes that came in time and the one that won.
 * @param knownBefore awarded, and each quote entered, before this instant
 */
async function dealingsOf(tx: Tx, to: string, knownBefore?: Date): Promise<UnitDealing[]> {
  const rows = await tx.rows<DealtRow>(sql`
    select i.id as inquiry, i.unit_id as unit, i.number || ' ' || i.title as name, i.kind, i.awarded_at as at,
           q.id, q.code, q.supplier, q.amount_fen as "amountFen", q.state = 'valid' as valid, q.won, q.late
      from procurement.inquiry i join procurement.quote q on (q.node_id, q.inquiry_id) = (i.node_id, i.id)
     where i.state = 'awarded' and i.awarded_at >= ${`${addDays(to, -year)}T00:00:00+08:00`} and i.awarded_at < ${`${to}T00:00:00+08:00`}
       and q.state <> 'struck' and (q.won or not q.late) ${knownBefore ? sql`and i.awarded_at < ${knownBefore} and q.entered_at < ${knownBefore}` : empty}
     order by i.awarded_at, i.id, q.id limit 100000`);
  return [...Map.groupBy(rows, ({ inquiry }) => inquiry).values()].map((quotes) => {
    const { inquiry, unit, name, kind, at } = quotes[0]!;
    return {
      id: inquiry,
      unit,
      name,
      kind,
      day: dayOf(at),
      quotes: quotes.map(({ id, code, supplier, amountFen, valid, won }) => ({
        id,
        code,
        supplier,
        amountFen,
        valid,
        won,
      })),
    };
  });
}

/** The case of a unit that awarded in the period. */
const caseOf = (
  unit: Id,
  [from, to]: readonly [string, string],
  { organisation }: Context,
  inputs: unknown,
): RiskCase => ({
  subject: { kind: 'unit', id: unit, name: organisation.unit(unit)?.name ?? '' },
  unit,
  period: [from, to],
  opens: '/procurement/inquiries',
  inputs,
});

const ofUnits = (kit: string): RiskSource => ({
  kit,
  asKnown,
  async gather(tx, [from, to], context, _only, knownBefore) {
    const byUnit = Map.groupBy(await dealingsOf(tx, to, knownBefore), ({ unit }) => unit);
    return [...byUnit]
      .filter(([, own]) => own.some(({ day }) => day >= from))
      .map(([unit, own]) =>
        caseOf(unit, [from, to], context, {
          dealings: own.map(({ id, name, day, quotes }) => ({ id, name, day, quotes })),
        } satisfies DealingsInputs),
      );
  },
});

export const losesOften = ofUnits('loses-often');
export const quoteTogether = ofUnits('quote-together');
export const turnsAtWinning = ofUnits('turns-at-winning');

/** What a unit awarded of one kind, for each unit and kind of which something was awarded in the period. */
function byKind(dealings: readonly UnitDealing[], from: string): (readonly [Id, Kind, readonly UnitDealing[]])[] {
  return [...Map.groupBy(dealings, ({ unit, kind }) => `${unit} ${kind}`).values()]
    .filter((own) => own.some(({ day }) => day >= from))
    .map((own) => [own[0]!.unit, own[0]!.kind, own] as const);
}

const wonIn = (dealings: readonly UnitDealing[]) =>
  dealings.flatMap((dealing) => {
    const quote = winnerOf(dealing);
    if (!quote) return [];
    const { code, supplier, amountFen } = quote;
    return [{ id: dealing.id, name: dealing.name, day: dealing.day, code, supplier, amountFen }];
  });

export const splitInquiries: RiskSource = {
  kit: 'split-inquiries',
  asKnown,
  async gather(tx, [from, to], context, _only, knownBefore) {
    return byKind(await dealingsOf(tx, to, knownBefore), from).map(([unit, kind, own]) => {
      const { openTender, dispersed } = thresholdVerdicts({ unit, kind, estimateFen: 1 }, context);
      const fen = (limit: typeof openTender) => (typeof limit?.allowed === 'number' ? limit.allowed : null);
      return {
        ...caseOf(unit, [from, to], context, {
          purchases: wonIn(own),
          openTenderFen: fen(openTender),
          dispersedFen: fen(dispersed),
        } satisfies SplitInquiriesInputs),
        about: [`inquiries ${unit} ${kind}`],
      };
    });
  },
};

export const awardsConcentrated: RiskSource = {
  kit: 'awards-concentrated',
  asKnown,
  async gather(tx, [from, to], context, _only, knownBefore) {
    const dealings = await dealingsOf(tx, to, knownBefore);
    return byKind(dealings, from).map(([unit, kind, own]) => {
      const others = wonIn(dealings.filter((each) => each.kind === kind && each.unit !== unit));
      return {
        ...caseOf(unit, [from, to], context, {
          awards: wonIn(own).map(({ id, code, supplier, amountFen }) => ({ id, code, supplier, amountFen })),
          elsewhere: [...Map.groupBy(others, ({ code }) => code)].map(([code, wins]) => ({ code, wins: wins.length })),
        } satisfies AwardsConcentratedInputs),
        about: [`inquiries ${unit} ${kind}`],
      };
    });
  },
};
