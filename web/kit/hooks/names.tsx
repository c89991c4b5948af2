import { useQuery } from '@tanstack/react-query';
import { get } from '../client/client.ts';

/** Ids asked for in the same moment go in one request. */
const AT_ONCE = 200;
let asked = new Map<string, ((name: string | undefined) => void)[]>();

async function askAll(): Promise<void> {
  const now = asked;
  asked = new Map();
  const ids = [...now.keys()];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const names = await get('kernel.names', { ids: some.join(',') }).then(
      (answer) => answer.names,
      () => ({}) as Record<string, string>,
    );
    for (const id of some) for (const tell of now.get(id) ?? []) tell(names[id]);
  }
}

const ask = (id: string): Promise<string | undefined> =>
  new Promise((tell) => {
    if (asked.size === 0) queueMicrotask(() => void askAll());
    asked.set(id, [...(asked.get(id) ?? []), tell]);
  });

/** The name of a unit or person by id; `undefined` until it is known. */
export function useName(id: string | null | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['name', id],
    queryFn: async () => (await ask(id ?? '')) ?? null,
    enabled: Boolean(id),
    staleTime: 10 * 60_000,
  });
  return data ?? undefined;
}

/** The name of a unit or person; its place is kept while it is asked for. */
export function NameOf({ id }: { readonly id: string | null | undefined }) {
  const name = useName(id);
  if (!id) return '—';
  return name ?? <span className="k-name-coming">{id.slice(-4)}</span>;
}
