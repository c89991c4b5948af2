import type { Problem } from '@opengoa/kernel/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { runAny, type VerbAnswer } from '../client/client.ts';
import type { Input, RefusalOf, Result, VerbName } from '../client/door-types.ts';
import { intent, type Intent } from '../client/intent.ts';
import { problemOf } from '../client/problem.ts';

/** A refusal of this verb: the server's, or that nothing came back. */
export type ProblemOf<Code extends string> = Omit<Problem, 'code'> & {
  readonly code: Code | 'no-network' | 'no-answer';
};

export type Outcome<Told, Code extends string = string> =
  | { readonly ok: true; readonly answer: VerbAnswer<Told> }
  | { readonly ok: false; readonly problem: ProblemOf<Code> };

export interface UsableVerb<Sent, Told, Code extends string = string> {
  /** Runs it; never throws. Pressed twice, it is one submission (SEC-WB-08). */
  run(input: Sent): Promise<Outcome<Told, Code>>;
  readonly running: boolean;
  /** Why the last press was refused. */
  readonly problem: ProblemOf<Code> | undefined;
  clear(): void;
}

/** Silence and overload leave the wish standing; any worded answer ends it. */
const endsTheWish = (caught: unknown): boolean => {
  const { status, code } = problemOf(caught);
  return code !== 'no-network' && code !== 'no-answer' && status < 500;
};

/** A verb that is only known by the name it is given at run time: what the server says may be done. See {@link useVerb}. */
export function useAnyVerb<Told = unknown>(verb: string, firstKey?: string): UsableVerb<unknown, Told> {
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const wish = useRef<Intent>(undefined);
  wish.current ??= intent(firstKey);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  return {
    running,
    problem,
    clear: () => setProblem(undefined),
    async run(input) {
      setRunning(true);
      setProblem(undefined);
      try {
        const answer = await (wish.current ?? intent()).send(
          input,
          (key) => runAny<Told>(verb, input, key),
          endsTheWish,
        );
        // Not awaited: the lists behind may take their time, the answer is already known.
        void queries.invalidateQueries();
        return { ok: true, answer };
      } catch (caught) {
        const found = problemOf(caught);
        if (here.current) setProblem(found);
        return { ok: false, problem: found };
      } finally {
        if (here.current) setRunning(false);
      }
    },
  };
}

/**
 * `const dispatch = useVerb('vehicles.dispatch-trip')`, then `await dispatch.run({ trip, vehicle, driver })`.
 * After a success everything shown is asked again, so that buttons and lists follow.
 * @param firstKey the key kept with a draft
 */
export const useVerb = <Name extends VerbName>(
  verb: Name,
  firstKey?: string,
): UsableVerb<Input<Name>, Result<Name>, RefusalOf<Name>> =>
  useAnyVerb<Result<Name>>(verb, firstKey) as UsableVerb<Input<Name>, Result<Name>, RefusalOf<Name>>;
