import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../client/problem.ts';

const AGAIN = 2;

/** One store of answers: fresh for a quarter of a minute, asked again when the window is looked at, never in vain after a refusal. */
export const answersStore = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // On a device that keeps its pages an answer comes without a network too; elsewhere the page says that there is none.
        networkMode: typeof navigator !== 'undefined' && navigator.serviceWorker?.controller ? 'always' : 'online',
        retry: (tries, caught) =>
          tries < AGAIN &&
          caught instanceof ProblemError &&
          (caught.problem.status === 0 || caught.problem.status >= 500),
      },
    },
  });
