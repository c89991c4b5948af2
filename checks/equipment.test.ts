import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readHouse } from './house.ts';

const house = readHouse(dirname(dirname(fileURLToPath(import.meta.url))));
const ours = house.sources.filter(({ path }) => !/\.test\.tsx?$/.test(path) && !path.includes('/testing/'));
const saying = (what: RegExp) => ours.filter(({ text }) => what.test(text)).map(({ path }) => path);

/** Names by which a Modbus library would write. */
const writing =
  /\b(writeSingle(?:Coil|Register)|writeMultiple(?:Coils|Registers)|forceSingleCoil|presetSingleRegister)\b/;

test('SEC-TE-09 no command to equipment leaves this program: gateways are asked by the two codes that read, and nothing writes', () => {
  const codes = ours.flatMap(({ path, text }) =>
    [...text.matchAll(/functionCode: ((?:\d+|z\.)[^;,\n]*)/g)].map(([, said]) => [path, said] as const),
  );
  expect(codes.map(([path]) => path)).toContain('domains/energy/gateways/modbus-tcp.ts');
  for (const [path, said] of codes)
    expect([path, said!.match(/\d+/g)?.filter((code) => !/^[34]$/.test(code)) ?? []]).toEqual([path, []]);
  expect(saying(writing)).toEqual([]);
});

test('SEC-TE-09 vehicle terminals are answered and never ordered: what goes down is answers of JT/T 808 alone', () => {
  const frames = ours.filter(({ path }) => path.startsWith('domains/vehicles/positions/jt808/'));
  expect(frames).not.toEqual([]);
  const down = new Set(
    frames.flatMap(({ text }) => [...text.matchAll(/0x8[0-9a-f]{3}\b/gi)].map(([id]) => id.toLowerCase())),
  );
  // 0x8001 general answer, 0x8100 answer to registration; controls of a terminal or vehicle (0x8105, 0x8500 …) are not among them.
  expect([...down].toSorted().filter((id) => !['0x8001', '0x8100', '0x8000'].includes(id))).toEqual([]);
  expect(down.has('0x8001')).toBe(true);
});
