import { refuse, tableOfMoves, type Context, type Id, type Place, type Refusal } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import type { WindowStanding, WindowState } from './contract.ts';
import { windowStateWords } from './words.ts';

/** 只读窗口: what certain inspectors may look at, on which paper, from and to which day. */
export interface InspectionWindow {
  readonly id: Id;
  readonly unit: Id;
  readonly units: readonly Id[];
  readonly findings: readonly Id[];
  readonly inspectors: readonly Id[];
  readonly paper: string;
  readonly from: string;
  readonly to: string;
  readonly state: WindowState;
  readonly proposedBy: Id | null;
}

/** Who opens, closes and supervises windows. */
export const windowKeepers = ['risk-officer', 'leader', 'superior'] as const;

export const windowMoves = tableOfMoves<WindowState>('risk-centre.window', windowStateWords, 'proposed', {
  proposed: { 'risk-centre.confirm-window': 'open', 'risk-centre.close-window': 'closed' },
  open: {
    'risk-centre.look-through-window': 'open',
    'risk-centre.close-window': 'closed',
    'risk-centre.end-window': 'ended',
  },
  closed: {},
  ended: {},
});

export const windowOf = ({ id }: Pick<InspectionWindow, 'id'>) => ({ kind: 'risk-centre.window', id });

export const placeOfWindow = ({ unit, id }: Pick<InspectionWindow, 'unit' | 'id'>): Place => ({ unit, object: id });

/** The actor and whoever the actor stands in for. */
export const personsIn = ({ actor }: Pick<Context, 'actor'>): readonly Id[] =>
  [actor.person, actor.standInFor].filter((each) => each !== null);

/** How a window stands on a day. Its last day counts in full. */
export function standingOf(
  { state, from, to }: Pick<InspectionWindow, 'state' | 'from' | 'to'>,
  today: string,
): WindowStanding {
  if (state === 'proposed' || state === 'closed') return state;
  if (state === 'ended' || to < today) return 'over';
  return from > today ? 'ahead' : 'open';
}

/** Days on which it may still be looked through, today among them. */
export const daysLeft = (window: Pick<InspectionWindow, 'state' | 'from' | 'to'>, today: string): number =>
  standingOf(window, today) === 'open' ? daysBetween(today, window.to) + 1 : 0;

/** Why nothing is to be seen through it today; nothing where it is open. */
export function notOpen(window: Pick<InspectionWindow, 'state' | 'from' | 'to'>, today: string): Refusal | undefined {
  switch (standingOf(window, today)) {
    case 'proposed':
      return refuse('window-not-confirmed', {}, { status: 409 });
    case 'ahead':
      return refuse('window-not-begun', { from: window.from }, { status: 409 });
    case 'over':
      return refuse('window-over', { to: window.to }, { status: 409 });
    case 'closed':
      return refuse('window-closed', {}, { status: 409 });
    case 'open':
      return undefined;
  }
}

/** The nearest unit that all of these lie below, or are; none where the trees are apart. */
export function commonUnit(units: readonly Id[], { organisation }: Pick<Context, 'organisation'>): Id | undefined {
  const [first, ...others] = units.map((unit) => organisation.chain(unit).map(({ id }) => id));
  return first?.find((each) => others.every((chain) => chain.includes(each)));
}

/** Does this person hold, by a post, the right to inspect everywhere in these units? */
export const mayInspect = (
  person: Id,
  units: readonly Id[],
  { organisation }: Pick<Context, 'organisation'>,
): boolean =>
  units.every((unit) =>
    organisation.postRoles.some(
      (held) =>
        held.role === 'inspector' &&
        organisation.covers(held.unit, unit, held.below) &&
        organisation.holdersOfPost(held.post).includes(person),
    ),
  );
