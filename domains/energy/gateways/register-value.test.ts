import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerValue, stretchesOf, wordsOf } from './register-value.ts';
import { pointsOf } from './screens/register-map.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('寄存器的数', () => {
  test('every type, in both word orders', () => {
    expect(registerValue(bytes(0xff, 0xfe), { type: 'int16', order: 'high-first' })).toBe(-2);
    expect(registerValue(bytes(0xff, 0xfe), { type: 'uint16', order: 'low-first' })).toBe(65_534);
    expect(registerValue(bytes(0, 1, 0, 2), { type: 'uint32', order: 'high-first' })).toBe(65_538);
    expect(registerValue(bytes(0, 2, 0, 1), { type: 'uint32', order: 'low-first' })).toBe(65_538);
    expect(registerValue(bytes(0xff, 0xff, 0xff, 0xff), { type: 'int32', order: 'low-first' })).toBe(-1);
    // 123.5 is 42F70000 as a float.
    expect(registerValue(bytes(0x42, 0xf7, 0, 0), { type: 'float32', order: 'high-first' })).toBe(123.5);
    expect(registerValue(bytes(0, 0, 0x42, 0xf7), { type: 'float32', order: 'low-first' })).toBe(123.5);
    expect(registerValue(bytes(0, 0, 0, 0, 0, 1, 0, 0), { type: 'uint64', order: 'high-first' })).toBe(65_536);
    expect(registerValue(bytes(0, 0, 0, 1, 0, 0, 0, 0), { type: 'uint64', order: 'low-first' })).toBe(65_536);
    expect(registerValue(bytes(0x40, 0x5e, 0xe0, 0, 0, 0, 0, 0), { type: 'float64', order: 'high-first' })).toBe(123.5);
  });

  test('what is no number is said to be none', () => {
    expect(registerValue(bytes(0x7f, 0xc0, 0, 0), { type: 'float32', order: 'high-first' })).toBeNull();
    expect(registerValue(bytes(0x7f, 0x80, 0, 0), { type: 'float32', order: 'high-first' })).toBeNull();
    expect(registerValue(bytes(0xff, 0xff, 0, 0, 0, 0, 0, 0), { type: 'uint64', order: 'high-first' })).toBeNull();
  });

  test('points are asked together without losing one, and no question asks for more than the protocol lets it', () => {
    const point = fc.record({
      functionCode: fc.constantFrom(3 as const, 4 as const),
      address: fc.integer({ min: 0, max: 600 }),
      type: fc.constantFrom(...(Object.keys(wordsOf) as (keyof typeof wordsOf)[])),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const stretches = stretchesOf(points);
        expect(stretches.flatMap((each) => each.points)).toHaveLength(points.length);
        for (const { functionCode, address, count, points: own } of stretches) {
          expect(count).toBeLessThanOrEqual(125);
          for (const each of own) {
            expect(each.functionCode).toBe(functionCode);
            expect(each.address).toBeGreaterThanOrEqual(address);
            expect(each.address + wordsOf[each.type]).toBeLessThanOrEqual(address + count);
          }
        }
      }),
    );
  });

  test('a register map as it is pasted from a sheet', () => {
    expect(pointsOf('表号\t功能码\t地址\nE-1\t3\t100\tfloat32\tlow-first\t0.01\n\nE-2,,102\n')).toEqual([
      { key: 'E-1', functionCode: 3, address: 100, type: 'float32', order: 'low-first', scale: 0.01 },
      { key: 'E-2', functionCode: 3, address: 102, type: 'uint16', order: 'high-first', scale: 1 },
    ]);
  });
});
