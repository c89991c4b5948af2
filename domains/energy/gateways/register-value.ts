import type { Point, RegisterType } from './contract.ts';

/** 16-bit words that a type takes. */
export const wordsOf: Readonly<Record<RegisterType, number>> = {
  uint16: 1,
  int16: 1,
  uint32: 2,
  int32: 2,
  float32: 2,
  uint64: 4,
  float64: 4,
};

/**
 * The number that registers hold.
 * @param bytes of the point's own words, each word high byte first as Modbus has it
 * @returns null for what is no number (NaN, infinity, an integer beyond what is exact)
 */
export function registerValue(bytes: Uint8Array, { type, order }: Pick<Point, 'type' | 'order'>): number | null {
  const count = wordsOf[type];
  const ordered = Buffer.alloc(count * 2);
  for (let word = 0; word < count; word += 1) {
    const from = (order === 'high-first' ? word : count - 1 - word) * 2;
    ordered.set(bytes.subarray(from, from + 2), word * 2);
  }
  switch (type) {
    case 'uint16':
      return ordered.readUInt16BE();
    case 'int16':
      return ordered.readInt16BE();
    case 'uint32':
      return ordered.readUInt32BE();
    case 'int32':
      return ordered.readInt32BE();
    case 'float32':
      return finite(ordered.readFloatBE());
    case 'float64':
      return finite(ordered.readDoubleBE());
    case 'uint64': {
      const value = ordered.readBigUInt64BE();
      return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
    }
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export interface Stretch<P> {
  readonly functionCode: 3 | 4;
  readonly address: number;
  readonly count: number;
  readonly points: readonly P[];
}

/** Most registers that one question may ask for (Modbus application protocol 1.1b3, 6.3). */
const mostAtOnce = 125;
/** Registers that nobody wants are asked along, rather than asking twice. */
const gap = 8;

/** Points brought together, so that neighbours cost one question. */
export function stretchesOf<P extends Pick<Point, 'functionCode' | 'address' | 'type'>>(
  points: readonly P[],
): Stretch<P>[] {
  const found: { functionCode: 3 | 4; address: number; count: number; points: P[] }[] = [];
  for (const point of points.toSorted((a, b) => a.functionCode - b.functionCode || a.address - b.address)) {
    const last = found.at(-1);
    const end = point.address + wordsOf[point.type];
    if (
      last &&
      last.functionCode === point.functionCode &&
      point.address <= last.address + last.count + gap &&
      end - last.address <= mostAtOnce
    ) {
      last.count = Math.max(last.count, end - last.address);
      last.points.push(point);
    } else
      found.push({
        functionCode: point.functionCode,
        address: point.address,
        count: wordsOf[point.type],
        points: [point],
      });
  }
  return found;
}
