import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../client/problem.ts';

const AGAIN = 2;

/** One store of answers: fresh for a quarter of a minute, asked again when the window is looked at, never in vain after a refusal. */
export const answersStore = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (tries, caught) =>
          tries < AGAIN &&
          caught instanceof ProblemError &&
          (caught.problem.status === 0 || caught.problem.status >= 500),
      },
    },
  });
