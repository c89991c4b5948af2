import { newId } from '@opengoa/kernel';
import type { House } from '@opengoa/kernel/testing';
import pg from 'pg';

/** Rows written past the walls, for tests of what only reads cards. */
export async function behind<Row>(at: House, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: at.urls.superuser });
  await client.connect();
  try {
    await client.query("select set_config('opengoa.node', '1', false)");
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

let count = 0;

export interface GivenCard {
  readonly unit: string;
  readonly name?: string;
  readonly class?: string;
  readonly item?: string;
  readonly serial?: string;
  readonly quantity?: number;
  readonly valueFen?: number;
  readonly acquired?: string;
  readonly acquiredBy?: string;
  readonly state?: string;
  readonly condition?: string;
  readonly user?: string | null;
  readonly supplier?: string;
  readonly voucher?: string;
  readonly disposed?: string;
  readonly seen?: string;
}

/** A card as it stands in a ledger. @returns its id */
export async function aCard(at: House, card: GivenCard): Promise<string> {
  const id = newId();
  const state = card.state ?? 'in-use';
  await behind(
    at,
    `insert into assets.card (node_id, id, unit_id, number, name, class, item, serial, quantity, value_fen, acquired_by, acquired_on, user_id, state,
                              condition, supplier, voucher, disposed_on, seen_at)
     values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      id,
      card.unit,
      `ZC-T-${String((count += 1)).padStart(4, '0')}`,
      card.name ?? '资产',
      card.class ?? 'A02',
      card.item ?? '',
      card.serial ?? '',
      card.quantity ?? 1,
      card.valueFen ?? 100_000,
      card.acquiredBy ?? 'purchase',
      card.acquired ?? '2025-06-01',
      card.user ?? null,
      state,
      card.condition ?? 'good',
      card.supplier ?? '',
      card.voucher ?? '',
      state === 'disposed' ? (card.disposed ?? '2025-12-01') : null,
      card.seen ?? null,
    ],
  );
  return id;
}
