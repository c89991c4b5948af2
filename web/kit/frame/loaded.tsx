import { createElement, Suspense, use, type ComponentType, type ReactNode } from 'react';
import type { Loaded } from '../room.ts';
import { Skeleton } from '../states/skeleton.tsx';

const coming = new WeakMap<Loaded, ReturnType<Loaded>>();

/** Starts loading a part, once: before it is drawn (a link under the pointer), or when it is. */
export function bring(load: Loaded): ReturnType<Loaded> {
  let part = coming.get(load);
  if (!part) {
    part = load();
    // A part that did not arrive is asked for again, but not by the very drawing that failed: that would ask without end.
    part.catch(() => setTimeout(() => coming.delete(load), 3_000));
    coming.set(load, part);
  }
  return part;
}

function Arrived({ load, given }: { readonly load: Loaded; readonly given: object }) {
  const { default: part } = use(bring(load));
  return createElement(part as ComponentType<object>, given);
}

interface PartProps {
  readonly load: Loaded;
  /** Its properties. */
  readonly given: object;
  readonly meanwhile?: ReactNode;
}

/** A screen or dialog that a room names by how it is loaded. */
export function Part({ load, given, meanwhile }: PartProps) {
  return (
    <Suspense fallback={meanwhile ?? <Skeleton lines={8} />}>
      <Arrived load={load} given={given} />
    </Suspense>
  );
}
