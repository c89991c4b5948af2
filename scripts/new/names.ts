/** `trip-rating` -> `tripRating`. */
export const camel = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
/** `trip-rating` -> `TripRating`. */
export const pascal = (name: string): string => camel(name).replace(/^\w/, (letter) => letter.toUpperCase());
/** `trip-rating` -> `Trip rating`. */
export const spoken = (name: string): string =>
  name.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());

export const isName = (name: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);

/** Plain English plurals; a word that has another one is given by hand (`--nouns`). */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

const irregular: Readonly<Record<string, string>> = {
  begin: 'begun',
  choose: 'chosen',
  cut: 'cut',
  draw: 'drawn',
  find: 'found',
  forget: 'forgotten',
  give: 'given',
  hold: 'held',
  keep: 'kept',
  leave: 'left',
  lend: 'lent',
  make: 'made',
  pay: 'paid',
  put: 'put',
  read: 'read',
  return: 'returned',
  send: 'sent',
  set: 'set',
  show: 'shown',
  split: 'split',
  strike: 'struck',
  take: 'taken',
  write: 'written',
};

/** The word a fact ends with: `settle` -> `settled`, `scrap` -> `scrapped`. */
export function past(verb: string): string {
  const known = irregular[verb];
  if (known) return known;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  // One short syllable that ends in a single consonant doubles it.
  if (/^[^aeiou]*[aeiou][bdglmnprt]$/.test(verb)) return `${verb}${verb.at(-1)}ed`;
  return `${verb}ed`;
}

/** `settle-trip` -> `TripSettled`: noun and past tense. A verb without an object is its own noun. */
export function factOf(verb: string): string {
  const [act = '', ...object] = verb.split('-');
  return `${pascal(object.join('-'))}${pascal(past(act))}`;
}
