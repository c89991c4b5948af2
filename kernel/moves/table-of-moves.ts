import { refuse, type Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';

/** From each state, the verbs open there and the state each may lead to (several where the outcome decides). */
export type Moves<State extends string> = Readonly<Record<State, Readonly<Record<string, State | readonly State[]>>>>;

/** A process as a map, the one answer to "what may be done now" for server and screen (exemplars 3 and 5). */
export interface TableOfMoves<State extends string> {
  readonly kind: string;
  readonly states: readonly State[];
  /** Verbs open in this state. */
  from(state: State): readonly string[];
  /** Refuses `not-now` with what is open instead; nothing when the verb may go on. */
  refusal(state: State, verb: string): Refusal | undefined;
}

/**
 * Checks a process when the program starts: every state can be reached from the first, and from every state an end can be reached.
 * @param kind kind of the object that moves, for faults: `vehicles.trip`
 * @param words what people call each state
 * @throws Error naming every state that nothing leads to, or that leads nowhere
 */
export function tableOfMoves<State extends string>(
  kind: string,
  words: Readonly<Record<State, Words>>,
  first: NoInfer<State>,
  moves: Moves<NoInfer<State>>,
): TableOfMoves<State> {
  const states = Object.keys(words) as State[];
  const next = (state: State): State[] => Object.values(moves[state]).flat() as State[];
  const ends = states.filter((state) => next(state).every((to) => to === state));
  const reached = closure([first], next);
  const ending = closure(ends, (state) => states.filter((from) => next(from).includes(state)));
  const problems = [
    ...states.flatMap((state) => (reached.has(state) ? [] : [`nothing leads to ${state}`])),
    ...states.flatMap((state) => (ending.has(state) ? [] : [`${state} never ends`])),
  ];
  if (problems.length > 0) throw new Error(`moves of ${kind}: ${problems.join('; ')}`);
  return {
    kind,
    states,
    from: (state) => Object.keys(moves[state]),
    refusal: (state, verb) =>
      verb in moves[state]
        ? undefined
        : refuse('not-now', { state: words[state] }, { status: 409, possible: Object.keys(moves[state]) }),
  };
}

function closure<State>(from: readonly State[], next: (state: State) => readonly State[]): Set<State> {
  const found = new Set(from);
  for (const state of found) for (const to of next(state)) found.add(to);
  return found;
}
