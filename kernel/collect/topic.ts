/** Topics that a room takes messages under: `energy/readings/{device}`. A place in braces stands for one level and has a name. */

const level = /^[a-z][a-z0-9-]*$/;
const place = /^\{([a-z][a-zA-Z0-9]*)\}$/;

/** Why a pattern cannot stand in a room, or null. It begins with the room, and one of its places is the device. */
export function patternFault(pattern: string, room: string): string | null {
  const levels = pattern.split('/');
  if (levels[0] !== room) return `does not begin with its room ${room}`;
  const wrong = levels.find((each) => !level.test(each) && !place.test(each));
  if (wrong !== undefined) return `has a level "${wrong}"`;
  const names = levels.flatMap((each) => place.exec(each)?.[1] ?? []);
  if (!names.includes('device')) return 'has no place {device}';
  return new Set(names).size === names.length ? null : 'names a place twice';
}

/** @returns what stands in the named places, or null where the topic is not of this pattern */
export function matchTopic(pattern: string, topic: string): Readonly<Record<string, string>> | null {
  const [levels, given] = [pattern.split('/'), topic.split('/')];
  if (levels.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [i, each] of levels.entries()) {
    const name = place.exec(each)?.[1];
    if (name === undefined ? each !== given[i] : given[i] === '') return null;
    if (name !== undefined) found[name] = given[i]!;
  }
  return found;
}

/** The pattern as a subscription at a broker: every named place is any level. */
export const subscriptionOf = (pattern: string): string =>
  pattern
    .split('/')
    .map((each) => (place.test(each) ? '+' : each))
    .join('/');
