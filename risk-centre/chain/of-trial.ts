import { sql, type Context, type Sql } from '@opengoa/kernel';

/** What a kit on trial said is its owner's alone. */
export const ofTrial = ({ actor }: Pick<Context, 'actor'>): Sql =>
  actor.grants.some(({ role }) => role === 'risk-officer') ? sql`true` : sql`not shadow`;
