import { refuse, sql, verb } from '@opengoa/kernel';
import { OfferTerminalCode, TerminalCodeOffered } from './contract.ts';
import { lockTerminalNumbered } from './terminal-store.ts';
import { mayAdmit, terminalOf } from './terminal.ts';

/**
 * 发放鉴权码: a device that is waited for asks for its code. Until it has shown one it may ask again, and the newest holds; afterwards its clerk must let it in
 * again. Only the part of the program that listens to devices runs this; it makes the code, and here comes only its digest.
 */
export const offerTerminalCode = verb('vehicles.offer-terminal-code', {
  title: { zh: '发放终端鉴权码', en: 'Give a terminal its code' },
  input: OfferTerminalCode,
  who: ['job'],
  internal: true,
  facts: [TerminalCodeOffered],
  refusals: ['not-found', 'terminal-already-in', 'terminal-not-expected'],
  secrets: ['codeMac'],
  load: (tx, { number }) => lockTerminalNumbered(tx, number),
  at: (terminal, _input, { actor }) => ({ unit: terminal?.unit ?? actor.unit ?? '' }),
  decide(terminal, { plate, maker, model }, { now }) {
    if (!terminal) return refuse('not-found', {}, { status: 404 });
    if (terminal.state === 'admitted') return refuse('terminal-already-in', {}, { status: 409 });
    if (!mayAdmit(terminal, plate, now)) return refuse('terminal-not-expected', {}, { status: 409 });
    return [
      TerminalCodeOffered.of({
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
