import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { type DoorTools, isRefusal } from '@opengoa/kernel';
import type { Position } from '../contract.ts';
import type { BatchGatherer } from '../gather-batches.ts';
import { codeOf } from '../terminal-store.ts';
import { frame, FrameCutter, type Framed } from './frame.ts';
import { PartsGatherer } from './gather-parts.ts';
import { type Header, type Message, readMessage, writeMessage } from './header.ts';
import {
  generalAnswer,
  ids,
  type Location,
  readAuthentication,
  readLocation,
  readLocationBatch,
  readRegistration,
  registerAnswer,
  registrations,
  results,
  WrongBody,
} from './messages.ts';
import type { Limits } from './limits.ts';

export interface Surroundings {
  readonly tools: DoorTools;
  readonly batchesOf: (number: string) => BatchGatherer;
  readonly limits: Limits;
  /** A terminal came in: an older connection under its number ends. */
  readonly cameIn: (connection: Connection) => void;
}

/** One terminal on its line: whatever it sends is read in order, and answered once it is stored. */
export class Connection {
  readonly #socket: Socket;
  readonly #around: Surroundings;
  readonly #cutter = new FrameCutter();
  readonly #parts = new PartsGatherer();
  readonly #address: string;
  #number: string | undefined;
  #serial = 0;
  #strange = 0;
  #faults = 0;
  #inHand = 0;
  #tokens: number;
  #filledAt = Date.now();
  #resting = false;
  readonly #pieces: Buffer[] = [];
  #cutting: Generator<Framed> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(socket: Socket, around: Surroundings) {
    this.#socket = socket;
    this.#around = around;
    this.#tokens = around.limits.burst;
    this.#address = socket.remoteAddress ?? '';
    const { unknownMs, idleMs } = around.limits;
    const tooLong = setTimeout(() => {
      if (!this.#number) this.end('not authenticated in time');
    }, unknownMs);
    socket.setNoDelay(true);
    socket.setTimeout(idleMs, () => this.end('silent'));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => clearTimeout(tooLong));
    socket.on('data', (piece) => this.#take(piece));
  }

  /** The terminal's number once it has shown its code. */
  get number(): string | undefined {
    return this.#number;
  }

  end(why: string): void {
    if (!this.#socket.destroyed)
      this.#around.tools.warn({ address: this.#address, number: this.#number, why }, 'jt808');
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#drain();
  }

  /** Reads on as far as this terminal may go now; what is left waits on its own line, and nobody else's. */
  #drain(): void {
    for (;;) {
      if (this.#socket.destroyed) return;
      if (this.#resting || this.#inHand >= this.#around.limits.inHand) {
        this.#socket.pause();
        return;
      }
      const next = this.#cutting?.next();
      if (next === undefined || next.done) {
        const piece = this.#pieces.shift();
        if (!piece) break;
        this.#cutting = this.#cutter.cut(piece);
        continue;
      }
      const framed = next.value;
      const message = 'fault' in framed ? framed.fault : readMessage(framed.message);
      if (typeof message === 'string') this.#fault(message, 'fault' in framed ? framed.bytes : framed.message);
      else this.#line(message);
    }
    this.#cutting = undefined;
    this.#socket.resume();
  }

  /** Messages that are no messages: a few are the radio's, many are somebody's. */
  #fault(why: string, bytes?: Uint8Array): void {
    this.#faults += 1;
    if (this.#number !== undefined) this.#keep(this.#number, why, bytes ?? Buffer.alloc(0));
    if (this.#faults > this.#around.limits.faults) this.end(`too many faults, the last: ${why}`);
  }

  /** Of a terminal that is in, for whoever mends it; a stranger's bytes are kept nowhere. */
  #keep(number: string, why: string, bytes: Uint8Array): void {
    const { tools } = this.#around;
    const input = { number, why, bytes: Buffer.from(bytes.subarray(0, framesKept)).toString('hex') };
    tools
      .verb('vehicles.keep-frame', input)
      .catch((error: unknown) => tools.warn({ err: error, number }, 'jt808 frame'));
  }

  #line(message: Message): void {
    this.#inHand += 1;
    this.#pay();
    const over = () => {
      this.#inHand -= 1;
      this.#drain();
    };
    // Positions need not wait for each other; what says who it is goes before what it says.
    if (this.#number !== undefined && this.#positionsOf(message)) void this.#answerPositions(message).finally(over);
    else this.#turn = this.#turn.then(() => this.#answer(message)).finally(over);
  }

  /** A terminal that sends faster than it may rests until it has paid. */
  #pay(): void {
    const { burst, perSecond } = this.#around.limits;
    const now = Date.now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * perSecond) - 1;
    this.#filledAt = now;
    if (this.#tokens >= 0) return;
    this.#resting = true;
    setTimeout(
      () => {
        this.#resting = false;
        this.#drain();
      },
      (-this.#tokens / perSecond) * 1000,
    ).unref();
  }

  #positionsOf({ header: { id, part, phone } }: Message): boolean {
    return part === null && phone === this.#number && (id === ids.location || id === ids.locationBatch);
  }

  async #answer(message: Message): Promise<void> {
    if (this.#socket.destroyed) return;
    const whole = this.#parts.take(message, Date.now());
    if (whole === 'too-much') return this.#fault('parts beyond bounds');
    // Each part is answered; the last one once the whole is stored.
    if (!whole) return this.#say(message.header, results.done);
    const { header } = whole;
    try {
      if (header.encrypted) this.#say(header, results.unsupported);
      else if (header.id === ids.register) await this.#register(whole);
      else if (header.id === ids.authenticate) await this.#authenticate(whole);
      else if (this.#number === undefined || header.phone !== this.#number) this.#stranger(header);
      else if (header.id === ids.heartbeat) this.#say(header, results.done);
      else if (header.id === ids.signOff) {
        this.#say(header, results.done);
        this.#socket.end();
      } else if (header.id === ids.location || header.id === ids.locationBatch) await this.#answerPositions(whole);
      else if (header.id !== ids.terminalAnswer) this.#say(header, results.unsupported);
    } catch (error) {
      if (!(error instanceof WrongBody)) this.#around.tools.warn({ err: error, number: header.phone }, 'jt808');
      this.#say(header, error instanceof WrongBody ? results.wrong : results.failed);
      if (error instanceof WrongBody) this.#fault(error.message, whole.body);
    }
  }

  #stranger(header: Header): void {
    this.#strange += 1;
    this.#say(header, results.failed);
    if (this.#strange >= this.#around.limits.unknownMessages) this.end('messages before authentication');
  }

  async #register(message: Message): Promise<void> {
    const { tools } = this.#around;
    this.#strange += 1;
    if (this.#strange > this.#around.limits.unknownMessages) return this.end('registers again and again');
    const { header } = message;
    const { plate, maker, model } = readRegistration(message.body, header.edition);
    const code = randomBytes(16).toString('hex');
    const answer = await tools.verb('vehicles.offer-terminal-code', {
      number: header.phone,
      plate: plate.slice(0, 30),
      maker: maker.slice(0, 60),
      model: model.slice(0, 60),
      codeMac: tools.crypto.mac(placeOf(header.phone, code), 'credential'),
    });
    if (!isRefusal(answer))
      return this.#send(header, ids.registerAnswer, registerAnswer(header, registrations.done, code));
    const result =
      answer.status >= 500
        ? registrations.noVehicle
        : answer.code === 'terminal-already-in'
          ? registrations.terminalRegistered
          : registrations.noTerminal;
    tools.warn({ address: this.#address, number: header.phone, refused: answer.code }, 'jt808 registration');
    return this.#send(header, ids.registerAnswer, registerAnswer(header, result));
  }

  async #authenticate({ header, body }: Message): Promise<void> {
    const { tools } = this.#around;
    const { code } = readAuthentication(body, header.edition);
    const mac = await tools.reading((tx) => codeOf(tx, header.phone));
    if (mac === null || !tools.crypto.checkMac(placeOf(header.phone, code), mac, 'credential')) {
      this.#say(header, results.failed);
      return this.end('wrong code');
    }
    if (this.#number !== header.phone) {
      const admitted = await tools.verb('vehicles.admit-terminal', { number: header.phone });
      if (isRefusal(admitted)) return this.#say(header, results.failed);
      this.#number = header.phone;
      this.#around.cameIn(this);
    }
    this.#say(header, results.done);
  }

  async #answerPositions({ header, body }: Message): Promise<void> {
    let locations: readonly Location[];
    try {
      locations = header.id === ids.location ? [readLocation(body)] : readLocationBatch(body).locations;
    } catch (error) {
      if (!(error instanceof WrongBody)) throw error;
      this.#say(header, results.wrong);
      return this.#fault(error.message, body);
    }
    if (locations.length === 0) return this.#say(header, results.done);
    const outcome = await this.#around.batchesOf(this.#number!).take(this.#number!, locations.map(positionOf));
    this.#say(header, outcome === 'stored' ? results.done : results.failed);
    if (outcome === 'refused') this.end('no longer registered');
  }

  #say(header: Header, result: number): void {
    this.#send(header, ids.generalAnswer, generalAnswer(header, result));
  }

  #send({ edition, phone }: Header, id: number, body: Buffer): void {
    if (this.#socket.destroyed || !this.#socket.writable) return;
    this.#socket.write(frame(writeMessage({ id, edition, phone, serial: this.#serial }, body)));
    this.#serial = (this.#serial + 1) & 0xffff;
    // Who does not read its answers is not answered for ever.
    if (this.#socket.writableLength > this.#around.limits.unreadBytes) this.end('does not read');
  }
}

/** Bytes of a frame that are kept. */
const framesKept = 2_048;

/** A code is the code of one number. */
const placeOf = (number: string, code: string): string => `jt808 terminal\0${number}\0${code}`;

const within = (value: number | null, least: number, most: number): number | undefined =>
  value === null || value < least || value > most ? undefined : value;

/** What a location says, without what lies outside anything a vehicle can do. */
function positionOf(it: Location): Position {
  return {
    at: new Date(it.at).toISOString(),
    latitude: it.latitude,
    longitude: it.longitude,
    speedKmh: within(it.speedKmh, 0, 3_000),
    direction: it.direction,
    altitudeM: within(it.altitudeM, -1_000, 20_000),
    mileageKm: within(it.mileageKm, 0, 200_000_000),
    fuelL: within(it.fuelL, 0, 3_000),
    ignition: it.ignition,
    fix: it.fix,
    alarm: it.alarm,
  };
}
