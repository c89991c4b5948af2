import { refuse, verb } from '@opengoa/kernel';
import { ReopenTerminal, TerminalReopened } from './contract.ts';
import { waitsUntil } from './register-terminal.ts';
import { lockTerminal } from './terminal-store.ts';
import { terminalOf } from './terminal.ts';

/** 允许重新接入: after a device was reset or exchanged for its like. Its old code ends at once. */
export const reopenTerminal = verb('vehicles.reopen-terminal', {
  title: { zh: '允许终端重新接入', en: 'Let a terminal in again' },
  input: ReopenTerminal,
  who: ['fleet-clerk'],
  on: 'vehicles.terminal',
  facts: [TerminalReopened],
  refusals: ['terminal-withdrawn'],
  load: (tx, { terminal }) => lockTerminal(tx, terminal),
  at: ({ unit }) => ({ unit }),
  decide(terminal, { why }, context) {
    if (terminal.state === 'withdrawn') return refuse('terminal-withdrawn', {}, { status: 409 });
    return [
      TerminalReopened.of({
        object: terminalOf(terminal),
        unit: terminal.unit,
        body: { why, waitsUntil: waitsUntil(context) },
      }),
    ];
  },
});
