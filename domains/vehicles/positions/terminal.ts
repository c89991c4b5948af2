import type { Id } from '@opengoa/kernel';

export type TerminalState = 'waiting' | 'admitted' | 'withdrawn';

/** A device registered for a vehicle. */
export interface Terminal {
  readonly id: Id;
  readonly unit: Id;
  readonly vehicle: Id;
  readonly plate: string;
  readonly number: string;
  readonly state: TerminalState;
  readonly waitsUntil: Date;
  readonly version: number;
}

export const terminalOf = ({ id }: Pick<Terminal, 'id'>) => ({ kind: 'vehicles.terminal', id });

/** What may be done with a terminal in each state; server, lists and buttons read it. */
export const terminalMoves: Readonly<Record<TerminalState, readonly string[]>> = {
  waiting: ['vehicles.reopen-terminal', 'vehicles.withdraw-terminal'],
  admitted: ['vehicles.reopen-terminal', 'vehicles.withdraw-terminal'],
  withdrawn: [],
};

/** Plates as people and devices write them: with a point, a space, small letters, or without. */
export const barePlate = (plate: string): string => plate.replaceAll(/[·•.\s-]/g, '').toUpperCase();

/**
 * May a device that asks have a code? It must be registered and waited for. A plate that it names must be the vehicle's; some name none until
 * they are set up.
 */
export const mayAdmit = (terminal: Terminal, plate: string, now: Date): boolean =>
  terminal.state === 'waiting' &&
  now <= terminal.waitsUntil &&
  (plate === '' || barePlate(plate) === barePlate(terminal.plate));
