import type { Connect } from '@opengoa/kernel';
import type { Id } from '@opengoa/kernel';
import type { Point } from './contract.ts';
import type { Gateway } from './gateway.ts';
import { type ModbusLine, ModbusFault, modbusLine } from './modbus-tcp.ts';
import { registerValue, stretchesOf, wordsOf } from './register-value.ts';

export interface Asked {
  readonly readings: readonly { readonly meter: Id; readonly value: number }[];
  /** What could not be read, and why; empty when everything was. */
  readonly faults: readonly string[];
}

/** A line that broke is opened once more, and no oftener: the next round comes soon enough. */
const lines = 2;

/** Reads every point of a gateway. What one stretch refuses does not keep the others from being read. */
export async function askGateway(
  { host, port, station, timeoutMs, points }: Pick<Gateway, 'host' | 'port' | 'station' | 'timeoutMs' | 'points'>,
  connect: Connect,
  signal: AbortSignal,
): Promise<Asked> {
  const readings: { meter: Id; value: number }[] = [];
  const faults: string[] = [];
  const left = stretchesOf(points);
  let line: ModbusLine | null = null;
  try {
    for (let opened = 0; left.length > 0 && !signal.aborted;) {
      const stretch = left[0]!;
      try {
        if (!line) {
          opened += 1;
          line = modbusLine(await connect({ host, port }, { timeoutMs, signal }), timeoutMs);
        }
        const { functionCode, address, count } = stretch;
        const bytes = await line.read({ station, functionCode, address, count });
        left.shift();
        for (const point of stretch.points) {
          const value = valueAt(bytes, address, point);
          if (value === null) faults.push(`register ${point.address} holds no number`);
          else readings.push({ meter: point.meter, value });
        }
      } catch (error) {
        if (error instanceof ModbusFault && !error.unanswered) {
          faults.push(error.message);
          left.shift();
          continue;
        }
        line?.close();
        line = null;
        if (opened < lines) continue;
        faults.push((error as Error).message);
        break;
      }
    }
  } finally {
    line?.close();
  }
  return { readings, faults };
}

function valueAt(bytes: Uint8Array, from: number, point: Point): number | null {
  const at = (point.address - from) * 2;
  const raw = registerValue(bytes.subarray(at, at + wordsOf[point.type] * 2), point);
  return raw === null ? null : Math.round(raw * point.scale * 1000) / 1000;
}
