import { refuse, verb } from '@opengoa/kernel';
import { AdmitTerminal, TerminalAdmitted } from './contract.ts';
import { lockTerminalNumbered } from './terminal-store.ts';
import { terminalOf } from './terminal.ts';

/** 终端接入: the device showed its code for the first time. From now on nobody else gets one for its number. */
export const admitTerminal = verb('vehicles.admit-terminal', {
  title: { zh: '终端接入', en: 'Admit a terminal' },
  input: AdmitTerminal,
  who: ['job'],
  internal: true,
  facts: [TerminalAdmitted],
  refusals: ['not-found'],
  load: (tx, { number }) => lockTerminalNumbered(tx, number),
  at: (terminal, _input, { actor }) => ({ unit: terminal?.unit ?? actor.unit ?? '' }),
  decide(terminal) {
    if (!terminal) return refuse('not-found', {}, { status: 404 });
    if (terminal.state === 'admitted') return [];
    return [
      TerminalAdmitted.of({
        object: terminalOf(terminal),
        unit: terminal.unit,
        body: { vehicle: terminal.vehicle, number: terminal.number },
      }),
    ];
  },
});
