/** One malformed request. */
export interface Malformed {
  readonly what: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const random = (seed: number) => {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * Malformed requests over the given doors, made from a seed: broken JSON and UTF-8, wrong shapes, hostile strings, numbers without end,
 * foreign ids, repeated and undeclared parameters. The same seed is the same corpus, so that a failing run can be repeated exactly.
 */
export function corpusOf(
  seed: number,
  { verbs, reads, canary }: { verbs: readonly string[]; reads: readonly string[]; canary: string },
  count: number,
): Malformed[] {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const strings = [
    canary,
    `'; drop table kernel.fact; -- ${canary}`,
    `${canary}\u0000`,
    '\u202e\u2066'.repeat(20),
    '=cmd|calc',
    '<img src=x onerror=alert(1)>',
    '../../etc/passwd',
    '${7*7}',
    '\ud800',
    '𠮷𠮶'.repeat(30),
    'x'.repeat(60_000),
    '',
    ' ',
    '00000000-0000-0000-0000-000000000000',
    '0197d0a0-0000-7000-8000-000000000000',
    '9999-99-99',
    '2026-02-30',
    'NaN',
  ];
  const value = (depth: number): unknown => {
    const kind = Math.floor(next() * 9);
    if (kind === 0) return null;
    if (kind === 1) return next() < 0.5;
    if (kind === 2) return pick([0, -1, 1e308, -0.5, 2 ** 53, Number.MIN_VALUE, 123456789]);
    if (kind === 3 && depth < 4) return Array.from({ length: Math.floor(next() * 5) }, () => value(depth + 1));
    if (kind === 4 && depth < 4) return object(depth + 1);
    return pick(strings);
  };
  const keys = [
    'id',
    'unit',
    'trip',
    'vehicle',
    'person',
    'post',
    'name',
    'password',
    'finding',
    'building',
    'meter',
    'readings',
    'rows',
    'row',
    'key',
    'value',
    'from',
    'to',
    'day',
    'version',
    'status',
    '__proto__',
    'constructor',
    canary,
  ];
  const object = (depth: number): Record<string, unknown> => {
    // Never empty at the top: to a verb whose fields all have defaults, an empty object is well formed.
    const least = depth === 0 ? 1 : 0;
    const made: [string, unknown][] = Array.from({ length: least + Math.floor(next() * 6) }, () => [
      pick(keys),
      value(depth),
    ]);
    return Object.fromEntries(made);
  };
  const bodies: (() => [string, string | Buffer])[] = [
    () => ['wrong shape', JSON.stringify(object(0))],
    () => ['not an object', JSON.stringify(value(3))],
    () => ['cut off', JSON.stringify(object(0)).slice(0, -1)],
    () => ['duplicate keys', `{"id":1,"id":2,"${canary}":3}`],
    () => ['nested deep', `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`],
    () => ['array without end', `[${'0,'.repeat(20_000)}0]`],
    () => [
      'broken UTF-8',
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
    ],
    () => ['number out of range', '{"id":1e999}'],
    () => ['prototype', '{"__proto__":{"admin":true}}'],
    () => ['nothing', ''],
  ];
  return Array.from({ length: count }, (): Malformed => {
    if (next() < 0.3) {
      const parts = Array.from(
        { length: 1 + Math.floor(next() * 4) },
        () =>
          `${encodeURIComponent(pick([...keys, 'q', 'sort', 'after', 'size', 'f.id', 'f.state', 'sums', 'f.x.from']))}=${encodeURIComponent(String(pick(strings)).toWellFormed().slice(0, 3_000))}`,
      );
      if (next() < 0.3) parts.push(parts[0]!);
      return { what: 'query', method: 'GET', path: `/api/reads/${pick(reads)}?${parts.join('&')}` };
    }
    const [what, body] = pick(bodies)();
    const headers: Record<string, string> =
      next() < 0.1 ? { 'idempotency-key': pick(['', 'x', canary, '1'.repeat(500)]) } : {};
    return { what, method: 'POST', path: `/api/verbs/${pick(verbs)}`, body, headers };
  });
}
