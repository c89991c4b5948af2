import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, type Each, type Things } from './things.ts';

interface Stated {
  /** Filled in, with nothing to ask about. */
  readonly filled: string;
  /** Water is left open: that is asked about. */
  readonly asked: string;
  readonly submitted: string;
  readonly accepted: string;
  readonly budget: string;
}

const figures = { heads: 40, area: 4_000, electricity: 6_000, water: 50 } as const;

/** Four statements in four states and a budget, at every place. The month before and the year before nothing was reported. */
export async function thingsOfStatements(town: Town, places: Places): Promise<Things> {
  const things: Each<Stated> = await atEach(places, (place) => statedAt(town, place));
  const of = (which: keyof Stated, more: object) => (place: Place) => ({
    statement: things[place.relation][which],
    ...more,
  });
  const version = { version: 1 };
  const asked = (place: Place) => ({ id: things[place.relation].filled });
  const summed = ({ unit }: Place) => ({ unit, from: '2025-11', to: '2026-01' });
  return {
    ids: idsOf(things),
    inputs: {
      'energy.open-statement': ({ unit }) => ({ unit, month: '2025-06' }),
      'energy.refill-statement': of('filled', version),
      'energy.fill-cell': of('filled', {
        ...version,
        line: 'water',
        field: 'amount',
        value: 51,
        basis: 'bill',
        why: '水费单',
      }),
      'energy.answer-check': of('asked', { ...version, check: 'required', line: 'water', why: '物业统一结算' }),
      'energy.submit-statement': of('filled', { ...version, head: '负责人', statistician: '统计员' }),
      'energy.recall-statement': of('submitted', { why: '漏填' }),
      'energy.return-statement': of('submitted', { opinion: '请核对' }),
      'energy.accept-statement': of('submitted', {}),
      'energy.reopen-statement': of('accepted', { why: '账单更正' }),
      'energy.statement': asked,
      'energy.statement.xlsx': asked,
      'energy.statement-sums': summed,
      'energy.statement-sums.xlsx': summed,
      'energy.set-budget': ({ unit }) => ({ unit, year: 2026, amount: 1_000, document: '年度目标' }),
      'energy.break-down-budget': ({ unit }) => ({ unit, year: 2027, amount: 1_000, document: '年度目标' }),
      'energy.quota': ({ unit }) => ({ unit }),
      'energy.budget': ({ unit }) => ({ unit, year: '2026' }),
    },
  };
}

async function statedAt(town: Town, place: Place): Promise<Stated> {
  const made = { filled: newId(), asked: newId(), submitted: newId(), accepted: newId(), budget: newId() };
  const months = {
    filled: '2026-01-01',
    asked: '2025-11-01',
    submitted: '2025-08-01',
    accepted: '2025-05-01',
  } as const;
  await behindTheWalls(town, async (client) => {
    for (const [which, month] of Object.entries(months) as [keyof typeof months, string][]) {
      await client.query(
        `insert into energy.statement (node_id, id, unit_id, month, state, form_day, due_day, opened_at, submitted_at, sha256)
         values (1, $1, $2, $3, $4, '2016-01-01', '2026-02-10', '2026-02-01T00:00:00Z', $5, $6)`,
        which === 'submitted' || which === 'accepted'
          ? [made[which], place.unit, month, which, '2026-02-02T00:00:00Z', 'a'.repeat(64)]
          : [made[which], place.unit, month, 'draft', null, null],
      );
      for (const [line, value] of Object.entries(figures))
        await client.query(
          `insert into energy.statement_cell (node_id, statement_id, unit_id, line, field, value, taken, basis, source)
           values (1, $1, $2, $3, 'amount', $4, $4, 'bill', '{"kind": "none", "formula": "none", "parts": []}')`,
          [made[which], place.unit, line, which === 'asked' && line === 'water' ? null : value * 1_000],
        );
    }
    await client.query(
      `insert into energy.budget (node_id, id, unit_id, year, carrier, amount, months, buildings, document, set_by, set_at)
       values (1, $1, $2, 2026, 'electricity', 12000, array_fill(1000::bigint, array[12]), '[]', $3, '某人', '2026-01-05T00:00:00Z')`,
      [made.budget, place.unit, `${place.word}目标`],
    );
  });
  return made;
}
