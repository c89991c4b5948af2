import type { Problem } from '@opengoa/kernel/contract';

/** An act that was pressed while there was no network: what, when, and the key by which it is done once however often it is sent. */
export interface KeptAct {
  readonly key: string;
  readonly verb: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Said to the person: `TR-2026-00418 出车`. */
  readonly title: string;
  /** ISO instant of the press. */
  readonly at: string;
  /** Its photos wait beside it: where they are brought to, and the field that takes their ids. */
  readonly photos?: { readonly point: string; readonly field: string };
  /** Others of its kind on the same thing are added to this field, as long as it was not sent: a thousand scans are a few acts. */
  readonly gathers?: { readonly field: string; readonly most: number };
  /** Went out once, and no answer came: from here on it must stay as it is. */
  readonly tried?: true;
  /** Why the server refused it; a refused act waits for the person. */
  readonly refused?: Pick<Problem, 'message' | 'messageEn' | 'code'>;
}

/** Where acts wait: the browser's own store, or a test's. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const most = 200;
const keyOf = (person: string) => `opengoa.acts.${person}`;

/** What waits of this person on this machine, the oldest first. Another's is not shown and not sent. */
export function keptActs(shelf: Shelf, person: string): readonly KeptAct[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(keyOf(person)) ?? '[]');
    return Array.isArray(kept) ? (kept as KeptAct[]) : [];
  } catch {
    return [];
  }
}

function write(shelf: Shelf, person: string, acts: readonly KeptAct[]): void {
  if (acts.length === 0) shelf.removeItem(keyOf(person));
  else shelf.setItem(keyOf(person), JSON.stringify(acts));
}

/** Puts an act at the end. The same key twice is the same act. False when the shelf is full: then the person must be told. */
export function keepAct(shelf: Shelf, person: string, act: KeptAct): boolean {
  const acts = keptActs(shelf, person);
  if (acts.some(({ key }) => key === act.key)) return true;
  try {
    const joined = gathered(acts, act);
    if (!joined && acts.length >= most) return false;
    write(shelf, person, joined ?? [...acts, act]);
    return true;
  } catch {
    return false; // the browser's store is full or closed
  }
}

/** The acts with this one added to the last on the same thing; nothing where that is of another kind, went out already, or is full. */
function gathered(acts: readonly KeptAct[], act: KeptAct): readonly KeptAct[] | undefined {
  if (!act.gathers) return undefined;
  const { field, most: room } = act.gathers;
  const last = acts.findLast((each) => thingOf(each) === thingOf(act));
  if (!last || last.verb !== act.verb || last.tried || last.refused) return undefined;
  const all = [...(last.input[field] as readonly unknown[]), ...(act.input[field] as readonly unknown[])];
  if (all.length > room) return undefined;
  return acts.map((each) => (each === last ? { ...last, input: { ...last.input, [field]: all } } : each));
}

/** `{n}` in the title of what was gathered is how many there are. */
export const titleOf = ({ title, gathers, input }: KeptAct): string =>
  gathers ? title.replace('{n}', String((input[gathers.field] as readonly unknown[]).length)) : title;

/** The photos are there: from now on the act names them, and however often it is sent it is the same act. */
export function namePhotos(shelf: Shelf, person: string, key: string, ids: readonly string[]): KeptAct | undefined {
  const acts = keptActs(shelf, person).map((act) => {
    if (act.key !== key || !act.photos) return act;
    const { photos, ...rest } = act;
    return { ...rest, input: { ...act.input, [photos.field]: ids } };
  });
  write(shelf, person, acts);
  return acts.find((act) => act.key === key);
}

export function dropAct(shelf: Shelf, person: string, key: string): void {
  write(
    shelf,
    person,
    keptActs(shelf, person).filter((act) => act.key !== key),
  );
}

/** How one sending ended: `done` also where the server knew the act already; `away` where nothing came back. */
export type Sent =
  | { readonly is: 'done' }
  | { readonly is: 'away' }
  | { readonly is: 'refused'; readonly problem: Problem };

/**
 * Sends what waits, in the order in which it was pressed, one after the other. Stops at the first that gets no answer; a refused one stays with
 * its reason, and so do the ones after it that belong to the same thing: what follows a refused departure is not sent on its own.
 *
 * @param send sends one under its key and never throws
 * @returns how many were done
 */
export async function sendKept(shelf: Shelf, person: string, send: (act: KeptAct) => Promise<Sent>): Promise<number> {
  let done = 0;
  const held = new Set<string>();
  for (const { key } of keptActs(shelf, person)) {
    // What was gathered while the one before was under way goes out with it.
    const act = keptActs(shelf, person).find((each) => each.key === key);
    if (!act) continue;
    const thing = thingOf(act);
    if (act.refused) {
      held.add(thing);
      continue;
    }
    if (held.has(thing)) continue;
    if (act.gathers && !act.tried)
      write(
        shelf,
        person,
        keptActs(shelf, person).map((each) => (each.key === key ? { ...each, tried: true as const } : each)),
      );
    const sent = await send(act);
    if (sent.is === 'away') break;
    if (sent.is === 'done') {
      done += 1;
      dropAct(shelf, person, act.key);
      continue;
    }
    held.add(thing);
    const { message, messageEn, code } = sent.problem;
    write(
      shelf,
      person,
      keptActs(shelf, person).map((each) =>
        each.key === act.key ? { ...each, refused: { message, messageEn, code } } : each,
      ),
    );
  }
  return done;
}

/** Acts on one thing follow each other: the first id of the input names it. */
const thingOf = ({ input, key }: KeptAct): string => {
  const named = Object.values(input).find((value) => typeof value === 'string');
  return typeof named === 'string' ? named : key;
};
