/**
 * The part of Modbus TCP that reads registers (Modbus messaging on TCP/IP implementation guide 1.0b; application protocol 1.1b3). Our own:
 * it is a header of seven bytes, and what matters here are the bounds, which the libraries leave to their caller.
 */
import type { Socket } from 'node:net';

/** The device did not answer as it must, or not in time. `unanswered`: the line is of no more use. */
export class ModbusFault extends Error {
  readonly unanswered: boolean;
  constructor(message: string, unanswered: boolean) {
    super(message);
    this.unanswered = unanswered;
  }
}

export interface Question {
  readonly station: number;
  readonly functionCode: 3 | 4;
  readonly address: number;
  /** Registers, 1 to 125. */
  readonly count: number;
}

/** What devices answer instead of registers (application protocol, chapter 7). */
const exceptions: Readonly<Record<number, string>> = {
  1: 'function not supported',
  2: 'no such address',
  3: 'count not allowed',
  4: 'device failed',
  5: 'still at it',
  6: 'busy',
  10: 'gateway path unavailable',
  11: 'device behind the gateway does not answer',
};

const header = 7;
/** Largest message of the protocol: 7 bytes and 253. */
const largest = 260;

export interface ModbusLine {
  /**
   * @returns the registers, two bytes each
   * @throws ModbusFault
   */
  read(question: Question): Promise<Uint8Array>;
  close(): void;
}

/** Asks over an open socket, one question at a time. @param timeoutMs until an answer is whole */
export function modbusLine(socket: Socket, timeoutMs: number): ModbusLine {
  let transaction = 0;
  let held = Buffer.alloc(0);
  let waiting: { take: () => void; fail: (fault: ModbusFault) => void } | null = null;
  let broken: ModbusFault | null = null;
  const breakOff = (why: string) => {
    broken ??= new ModbusFault(why, true);
    waiting?.fail(broken);
    socket.destroy();
  };
  socket.on('data', (part: Buffer) => {
    held = Buffer.concat([held, part]);
    if (held.length > 4 * largest) return breakOff('more bytes than anybody asked for');
    return waiting?.take();
  });
  socket.on('error', (error) => breakOff(error.message));
  socket.on('close', () => breakOff('the line was closed'));

  /** The next whole message, or null while it is not there. */
  function message(): { transaction: number; station: number; body: Buffer } | null {
    if (held.length < header) return null;
    const length = held.readUInt16BE(4);
    if (held.readUInt16BE(2) !== 0 || length < 3 || length > largest - 6) {
      breakOff('not Modbus TCP');
      return null;
    }
    if (held.length < 6 + length) return null;
    const found = {
      transaction: held.readUInt16BE(0),
      station: held[6]!,
      body: Buffer.from(held.subarray(header, 6 + length)),
    };
    held = held.subarray(6 + length);
    return found;
  }

  return {
    close: () => socket.destroy(),
    read: ({ station, functionCode, address, count }) =>
      new Promise((done, fail) => {
        if (broken) return fail(broken);
        transaction = (transaction + 1) & 0xffff;
        const asked = transaction;
        const settle = (act: () => void) => {
          clearTimeout(patience);
          waiting = null;
          act();
        };
        const patience = setTimeout(() => breakOff(`no answer within ${timeoutMs} ms`), timeoutMs);
        waiting = {
          fail: (fault) => settle(() => fail(fault)),
          take: () => {
            for (let found = message(); found; found = message()) {
              // A late answer to an earlier question is nobody's.
              if (found.transaction !== asked) continue;
              const { body } = found;
              if (found.station !== station) return breakOff('another station answered');
              if (body[0] === (functionCode | 0x80)) {
                const why = exceptions[body[1] ?? 0] ?? `exception ${body[1]}`;
                return settle(() => fail(new ModbusFault(`${why} (register ${address})`, false)));
              }
              if (body[0] !== functionCode || body[1] !== count * 2 || body.length !== 2 + count * 2)
                return breakOff('an answer to something else');
              return settle(() => done(new Uint8Array(body.subarray(2))));
            }
            return undefined;
          },
        };
        const request = Buffer.alloc(12);
        request.writeUInt16BE(asked, 0);
        request.writeUInt16BE(6, 4);
        request[6] = station;
        request[7] = functionCode;
        request.writeUInt16BE(address, 8);
        request.writeUInt16BE(count, 10);
        socket.write(request);
        return undefined;
      }),
  };
}
