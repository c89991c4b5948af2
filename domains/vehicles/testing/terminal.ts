import { connect, type Socket } from 'node:net';
import { frame, FrameCutter } from '../positions/jt808/frame.ts';
import { type Header, type Message, readMessage, writeMessage } from '../positions/jt808/header.ts';
import { ids } from '../positions/jt808/messages.ts';

/** A terminal for the tests: it speaks the 2019 edition over a real line, and hears answers. */
export class Terminal {
  readonly #socket: Socket;
  readonly #cutter = new FrameCutter();
  readonly #heard: Message[] = [];
  #wake: () => void = () => undefined;
  #serial = 0;
  readonly number: string;
  closed = false;

  constructor(port: number, number: string) {
    this.number = number;
    this.#socket = connect({ host: '127.0.0.1', port });
    this.#socket.on('error', () => undefined);
    this.#socket.on('data', (piece) => {
      for (const framed of this.#cutter.cut(piece)) {
        if (!('message' in framed)) throw new Error(`the program sent a bad frame: ${framed.fault}`);
        const message = readMessage(framed.message);
        if (typeof message === 'string') throw new Error(message);
        this.#heard.push(message);
      }
      this.#wake();
    });
    this.#socket.on('close', () => {
      this.closed = true;
      this.#wake();
    });
  }

  /** Sends bytes as they are. */
  raw(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  send(id: number, body: Uint8Array, edition: Header['edition'] = 2019): number {
    this.#serial += 1;
    this.raw(frame(writeMessage({ id, edition, phone: this.number, serial: this.#serial }, body)));
    return this.#serial;
  }

  /** The answer to a message, or undefined where the line was closed instead. */
  async answerTo(serial: number): Promise<{ id: number; result: number; rest: Buffer } | undefined> {
    for (;;) {
      const at = this.#heard.findIndex(({ body }) => body.readUInt16BE(0) === serial);
      if (at !== -1) {
        const [{ header, body }] = this.#heard.splice(at, 1) as [Message];
        const resultAt = header.id === ids.generalAnswer ? 4 : 2;
        return { id: header.id, result: body[resultAt]!, rest: body.subarray(resultAt + 1) };
      }
      if (this.closed) return undefined;
      await new Promise<void>((done) => {
        this.#wake = done;
      });
    }
  }

  /** Asks for its code and shows it. @returns the code */
  async comeIn(plate: string): Promise<string> {
    const registered = await this.answerTo(this.send(ids.register, registration(plate)));
    const code = registered?.rest.toString('ascii') ?? '';
    await this.answerTo(this.send(ids.authenticate, authentication(code)));
    return code;
  }

  async over(): Promise<void> {
    while (!this.closed)
      await new Promise<void>((done) => {
        this.#wake = done;
      });
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Body of 0x0100, 2019. Plates of the tests hold no Chinese character: they are GBK as they are. */
export const registration = (plate: string): Buffer => {
  const body = Buffer.alloc(76 + Buffer.byteLength(plate, 'latin1'));
  body.write('OGA', 4, 'latin1');
  body.write('T1', 15, 'latin1');
  body[75] = 1;
  body.write(plate, 76, 'latin1');
  return body;
};

/** Body of 0x0102, 2019. */
export const authentication = (code: string): Buffer =>
  Buffer.concat([Buffer.from([code.length]), Buffer.from(code, 'ascii'), Buffer.alloc(35)]);

/** Body of 0x0200: a fix with ignition on. */
export function location(atMs: number, latitude: number, longitude: number, speedKmh = 40): Buffer {
  const body = Buffer.alloc(28);
  body.writeUInt32BE(3, 4);
  body.writeUInt32BE(Math.round(latitude * 1e6), 8);
  body.writeUInt32BE(Math.round(longitude * 1e6), 12);
  body.writeUInt16BE(speedKmh * 10, 18);
  const digits = new Date(atMs + 8 * 3_600_000)
    .toISOString()
    .replaceAll(/[-T:Z]|\.\d+/g, '')
    .slice(2);
  Buffer.from(digits, 'hex').copy(body, 22);
  return body;
}

/** Body of 0x0704 of these locations. */
export const batchOf = (locations: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(3);
  head.writeUInt16BE(locations.length, 0);
  const parts = locations.flatMap((each) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(each.length, 0);
    return [length, each];
  });
  return Buffer.concat([head, ...parts]);
};
