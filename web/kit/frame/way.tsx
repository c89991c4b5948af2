import { createContext, use, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react';

/** Where the reader stands and how to go elsewhere. The shell fills it from its router; screens never import a router. */
export interface Way {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Same-site paths only (SEC-WB-05). */
  go(to: string, more?: { replace?: boolean }): void;
}

export const WayContext = createContext<Way>({ path: '/', query: {}, go: (to) => location.assign(sameSite(to)) });

export const useWay = (): Way => use(WayContext);

/** The path itself when it stays on this site, `/` otherwise: `//elsewhere` and `/\elsewhere` leave it. */
export function sameSite(to: string): string {
  const [first, second] = to;
  const clean = !to.includes('\\') && [...to].every((letter) => letter >= ' ');
  return first === '/' && second !== '/' && clean ? to : '/';
}

/** The present path with other query values; `undefined` takes one out. */
export function withQuery(
  way: Pick<Way, 'path' | 'query'>,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...way.query, ...change })) {
    if (value !== undefined && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text ? `${way.path}?${text}` : way.path;
}

interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link inside the program: a real `href`, so that Ctrl and the middle button open a page of its own. */
export function Go({ to, onClick, ...rest }: GoProps) {
  const way = useWay();
  const href = sameSite(to);
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    way.go(href);
  };
  return <a {...rest} href={href} onClick={press} />;
}
