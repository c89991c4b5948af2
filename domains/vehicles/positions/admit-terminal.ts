import { type Actor, refuse, sql, verb } from '@opengoa/kernel';
import { AdmitTerminal, TerminalAdmitted } from './contract.ts';
import { lockTerminalNumbered } from './terminal-store.ts';
import { mayAdmit, type Terminal, terminalOf } from './terminal.ts';

/** 终端接入: a device that is waited for gets its code, once. Only the part of the program that listens to devices runs it. */
export const admitTerminal = verb('vehicles.admit-terminal', {
  title: { zh: '终端接入', en: 'Admit a terminal' },
  input: AdmitTerminal,
  who: ['job'],
  internal: true,
  facts: [TerminalAdmitted],
  refusals: ['not-found', 'terminal-already-in', 'terminal-not-expected'],
  secrets: ['codeMac'],
  load: (tx, { number }) => lockTerminalNumbered(tx, number),
  at: (terminal: Terminal | undefined, _input, { actor }: { actor: Actor }) => ({
    unit: terminal?.unit ?? actor.unit ?? '',
  }),
  decide(terminal, { plate, maker, model }, { now }) {
    if (!terminal) return refuse('not-found', {}, { status: 404 });
    if (terminal.state === 'admitted') return refuse('terminal-already-in', {}, { status: 409 });
    if (!mayAdmit(terminal, plate, now)) return refuse('terminal-not-expected', {}, { status: 409 });
    return [
      TerminalAdmitted.of({
        object: terminalOf(terminal),
        unit: terminal.unit,
        body: { vehicle: terminal.vehicle, number: terminal.number, maker, model },
      }),
    ];
  },
  async also(tx, terminal, { codeMac }) {
    await tx.run(sql`update vehicles.terminal set code_mac = ${codeMac} where id = ${terminal!.id}`);
  },
});
