import { refuse, verb } from '@opengoa/kernel';
import { TerminalWithdrawn, WithdrawTerminal } from './contract.ts';
import { lockTerminal } from './terminal-store.ts';
import { terminalOf } from './terminal.ts';

/** 停用终端: what it sends is refused from now on; what it sent stays. */
export const withdrawTerminal = verb('vehicles.withdraw-terminal', {
  title: { zh: '停用定位终端', en: 'Withdraw a terminal' },
  input: WithdrawTerminal,
  who: ['fleet-clerk'],
  on: 'vehicles.terminal',
  facts: [TerminalWithdrawn],
  refusals: ['terminal-withdrawn'],
  load: (tx, { terminal }) => lockTerminal(tx, terminal),
  at: ({ unit }) => ({ unit }),
  decide(terminal, { why }) {
    if (terminal.state === 'withdrawn') return refuse('terminal-withdrawn', {}, { status: 409 });
    return [
      TerminalWithdrawn.of({
        object: terminalOf(terminal),
        unit: terminal.unit,
        body: { vehicle: terminal.vehicle, why },
      }),
    ];
  },
});
