import type { Session } from '@opengoa/kernel/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getSession } from '../client/client.ts';

export const SESSION_KEY = ['session'] as const;

/** The session as the server tells it; drawn from nothing else. */
export function useSessionAnswer() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: ({ signal }) => getSession(signal), staleTime: 60_000 });
}

const nobody: Session = {
  person: null,
  post: null,
  unit: null,
  posts: [],
  roles: [],
  may: [],
  proof: null,
  demo: false,
  waiting: { tasks: 0, messages: 0 },
  providers: [],
};

/** Who acts, in which post, and what is open to them. Inside the frame there is always a person. */
export const useSession = (): Session => useSessionAnswer().data ?? nobody;

/** Whether a verb or read is open to this person somewhere. */
export const useMay = (name: string): boolean => useSession().may.includes(name);

/** Asks the server for the session again: after sign-in, a switch of post, an act that changes what waits. */
export function useRenewSession(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: SESSION_KEY });
  };
}
