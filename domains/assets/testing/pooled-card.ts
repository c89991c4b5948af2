import { newId } from '@opengoa/kernel';
import type { House } from '@opengoa/kernel/testing';
import pg from 'pg';

export interface CardGiven {
  readonly unit: string;
  readonly name?: string;
  readonly class?: string;
  readonly quantity?: number;
  readonly valueFen?: number;
  readonly state?: string;
  readonly item?: string;
  readonly facet?: string;
}

/** Behind the walls, as things that were there long before. */
export async function behind<T>(at: Pick<House, 'urls'>, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: at.urls.superuser });
  await client.connect();
  try {
    await client.query("select set_config('opengoa.node', '1', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A card in a unit's ledger, written as a row: what the warehouse does begins with one. */
export const aCard = (at: Pick<House, 'urls'>, given: CardGiven): Promise<string> =>
  behind(at, async (client) => {
    const id = newId();
    await client.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, measure, quantity, value_fen, acquired_by, acquired_on, life_years, state, item, serial,
                                facet_kind, facet_id)
       values (1, $1, $2, $3, $4, $5, '张', $6, $7, 'purchase', '2020-05-01', 15, $8, $9, $10, $11, $12)`,
      [
        id,
        given.unit,
        `T${id.slice(-12)}`,
        given.name ?? '会议桌',
        given.class ?? 'A05010201',
        given.quantity ?? 1,
        given.valueFen ?? 120_000,
        given.state ?? 'idle',
        given.item ?? '会议桌',
        `序列号${id.slice(-6)}`,
        given.facet ?? null,
        given.facet ? newId() : null,
      ],
    );
    return id;
  });

export const stateOf = (at: Pick<House, 'urls'>, card: string): Promise<string> =>
  behind(at, async (client) => {
    const { rows } = await client.query<{ state: string }>('select state from assets.card where id = $1', [card]);
    return rows[0]!.state;
  });
