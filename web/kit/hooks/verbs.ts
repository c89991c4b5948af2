import type { Problem } from '@opengoa/kernel/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { run, type VerbAnswer } from '../client/client.ts';
import { intent, type Intent } from '../client/intent.ts';
import { problemOf } from '../client/problem.ts';

export type Outcome<Result> =
  | { readonly ok: true; readonly answer: VerbAnswer<Result> }
  | { readonly ok: false; readonly problem: Problem };

export interface UsableVerb<Input, Result> {
  /** Runs it; never throws. Pressed twice, it is one submission (SEC-WB-08). */
  run(input: Input): Promise<Outcome<Result>>;
  readonly running: boolean;
  /** Why the last press was refused. */
  readonly problem: Problem | undefined;
  clear(): void;
}

/** Silence and overload leave the wish standing; any worded answer ends it. */
const endsTheWish = (caught: unknown): boolean => {
  const { status, code } = problemOf(caught);
  return code !== 'no-network' && code !== 'no-answer' && status < 500;
};

/**
 * `const dispatch = useVerb<DispatchTrip>('vehicles.dispatch-trip')`, then `await dispatch.run({ tripId, vehicleId })`.
 * After a success everything shown is asked again, so that buttons and lists follow.
 * @param firstKey the key kept with a draft
 */
export function useVerb<Input = Readonly<Record<string, unknown>>, Result = unknown>(
  verb: string,
  firstKey?: string,
): UsableVerb<Input, Result> {
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
          (key) => run<Result>(verb, input, key),
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
