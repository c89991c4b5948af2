import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, runAny } from '../client/client.ts';

const KEY = ['read', 'kernel.preferences'] as const;
type Preferences = Readonly<Record<string, unknown>>;

/**
 * Something this person chose, kept on the server: columns and views of a ledger, the language of the pages.
 * `const [kept, keep] = usePreference<Columns>('ledger.vehicles.trips')`
 */
export function usePreference<Value>(key: string): [Value | undefined, (value: Value) => Promise<void>, boolean] {
  const queries = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await get('kernel.preferences', {}, signal)).kept,
    staleTime: Infinity,
    retry: false,
  });
  const keep = async (value: Value) => {
    queries.setQueryData<Preferences>(KEY, (before) => ({ ...before, [key]: value }));
    // A choice of columns that could not be kept still holds on this page; it is not worth an alarm.
    await runAny('kernel.keep-preference', { key, value }).catch(() => undefined);
  };
  return [data?.[key] as Value | undefined, keep, isPending];
}
