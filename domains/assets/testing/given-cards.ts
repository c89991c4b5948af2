import type { House, Person } from '@opengoa/kernel/testing';

/** The day of the tests of this room. */
export const clock = () => new Date('2026-03-05T09:00:00+08:00');

/** Whoever keeps the ledger of the whole city; further rights beside it. */
export const cityClerk = (at: House): Person =>
  at.as('郑科长', { grants: [{ role: 'assets-clerk', unit: at.ids.city, below: true }] });

/** Whoever keeps the ledger of one unit. */
export const clerkOf = (at: House, unit: string): Person =>
  at.with([{ role: 'assets-clerk', unit, below: true }], { unit });

let count = 0;
/** A computer of the finance bureau, three years old. */
export const aComputer = (at: House, more: object = {}) => ({
  unit: at.ids.finance,
  name: `台式计算机${(count += 1)}`,
  class: 'A02010104',
  valueFen: 480_000,
  acquiredOn: '2023-03-10',
  item: '台式计算机',
  ...more,
});

/** Registers one, and answers its id. */
export const enter = async (by: Person, card: object): Promise<string> =>
  ((await by.does('assets.register-card', card)).result as { card: string }).card;
