import { words } from '@opengoa/kernel/words';

/** What is still owed of a lease or a stay, in whole fen, as its page knows it; a row of a ledger does not, and nothing is filled in. */
export function owedOf({ dueFen, paidFen }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const owed = typeof dueFen === 'number' && typeof paidFen === 'number' ? dueFen - paidFen : 0;
  return owed > 0 ? { amountFen: owed } : {};
}

export const owedHelp = words(
  '在详情页办理时，自动带出已到期未结的金额，可更改',
  'on its own page what has fallen due and is open is filled in; it may be changed',
);
