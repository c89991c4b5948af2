import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface DeclaredRoute {
  readonly method: string;
  /** As declared: `/api/files/:id`. */
  readonly url: string;
}

export interface DeclaredRoutes {
  readonly all: readonly DeclaredRoute[];
  /** Methods that the path of this request takes; none for a path that nobody declared. */
  methodsOf(request: FastifyRequest): readonly string[];
}

/** Collects every route as it is declared: what 405 is judged by, and what the published contract is held against (SEC-AC-01, SEC-AC-15). */
export function declaredRoutes(server: FastifyInstance): DeclaredRoutes {
  const all: DeclaredRoute[] = [];
  const exact = new Map<string, string[]>();
  const shaped: { readonly form: RegExp; readonly method: string }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      all.push({ method: each, url });
      if (url.endsWith('*')) continue;
      if (url.includes(':'))
        shaped.push({
          form: new RegExp(`^${url.replaceAll(/[.$()]/g, '\\$&').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
          method: each,
        });
      else exact.set(url, [...(exact.get(url) ?? []), each]);
    }
  });
  return {
    all,
    methodsOf(request) {
      const path = request.url.split('?', 1)[0]!;
      return exact.get(path) ?? shaped.filter(({ form }) => form.test(path)).map(({ method }) => method);
    },
  };
}
