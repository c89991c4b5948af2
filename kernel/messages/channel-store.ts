import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { ChannelKind, ChannelSettings } from './contract.ts';

/** A channel with its line, as verbs and the delivering job read it. */
export interface Channel {
  readonly id: Id;
  readonly unit: Id;
  readonly kind: ChannelKind;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly version: number;
  readonly address: string;
  readonly inside: readonly string[];
  readonly settings: ChannelSettings;
  readonly secretSealed: string | null;
  readonly failures: number;
  readonly pausedUntil: Date | null;
}

const columns = sql`
  c.id, c.unit_id as unit, c.kind, c.title, c.state, c.version, l.address, l.inside, l.settings, l.secret_sealed as "secretSealed", l.failures,
  l.paused_until as "pausedUntil"`;

/** Locked: a change waits for another, and for the end of a delivery. */
export const lockChannel = (tx: Tx, channel: Id): Promise<Channel> =>
  tx.one<Channel>(sql`
    select ${columns} from kernel.notice_channel c join kernel.notice_line l on (l.node_id, l.id) = (c.node_id, c.id) where c.id = ${channel}
       for update of l`);

export const openChannels = (tx: Tx): Promise<Channel[]> =>
  tx.rows<Channel>(sql`
    select ${columns} from kernel.notice_channel c join kernel.notice_line l on (l.node_id, l.id) = (c.node_id, c.id)
     where c.state = 'open' order by c.id limit 1000`);
