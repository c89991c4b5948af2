/** Bodies of the messages that this program speaks, JT/T 808-2019 chapter 8; those of 2013 where they differ. */
import type { Header } from './header.ts';

export const ids = {
  terminalAnswer: 0x0001,
  heartbeat: 0x0002,
  signOff: 0x0003,
  register: 0x0100,
  authenticate: 0x0102,
  location: 0x0200,
  locationBatch: 0x0704,
  generalAnswer: 0x8001,
  registerAnswer: 0x8100,
} as const;

/** Result byte of 0x8001. */
export const results = { done: 0, failed: 1, wrong: 2, unsupported: 3 } as const;
/** Result byte of 0x8100. */
export const registrations = {
  done: 0,
  vehicleRegistered: 1,
  noVehicle: 2,
  terminalRegistered: 3,
  noTerminal: 4,
} as const;

export interface Registration {
  readonly maker: string;
  readonly model: string;
  readonly terminal: string;
  readonly plateColour: number;
  readonly plate: string;
}

/** One 0x0200, as the terminal said it: in whatever datum it works, without judgement. */
export interface Location {
  readonly alarm: number;
  readonly status: number;
  /** Degrees, south and west below zero (status bits 2 and 3). */
  readonly latitude: number;
  readonly longitude: number;
  readonly altitudeM: number;
  readonly speedKmh: number;
  readonly direction: number;
  /** Milliseconds since 1970; the terminal writes GMT+8. */
  readonly at: number;
  /** Status bit 1: the receiver has a fix. */
  readonly fix: boolean;
  /** Status bit 0: ignition. */
  readonly ignition: boolean;
  /** Extra 0x01, of the instrument. */
  readonly mileageKm: number | null;
  /** Extra 0x02. */
  readonly fuelL: number | null;
  /** Extra 0x31. */
  readonly satellites: number | null;
}

/** A body that is not what its id says. */
export class WrongBody extends Error {}

const gbk = new TextDecoder('gb18030');
const textOf = (bytes: Buffer): string => {
  const end = bytes.indexOf(0);
  return gbk.decode(end === -1 ? bytes : bytes.subarray(0, end)).trim();
};

const wanted = (body: Buffer, bytes: number, what: string): void => {
  if (body.length < bytes) throw new WrongBody(`${what} of ${body.length} bytes, at least ${bytes} expected`);
};

/** 0x0100. Fields are 11, 30 and 30 bytes in 2019, and 5, 20 and 7 in 2013. */
export function readRegistration(body: Buffer, edition: Header['edition']): Registration {
  const [maker, model, terminal] = edition === 2019 ? [11, 30, 30] : [5, 20, 7];
  const plateAt = 4 + maker + model + terminal;
  wanted(body, plateAt + 1, 'registration');
  const field = (from: number, length: number) => textOf(body.subarray(from, from + length));
  return {
    maker: field(4, maker),
    model: field(4 + maker, model),
    terminal: field(4 + maker + model, terminal),
    plateColour: body[plateAt]!,
    plate: textOf(body.subarray(plateAt + 1)),
  };
}

/** 0x0102: in 2019 the code is preceded by its length and followed by IMEI and software version, in 2013 it is the body. */
export function readAuthentication(body: Buffer, edition: Header['edition']): { readonly code: string } {
  wanted(body, 1, 'authentication');
  if (edition === 2013) return { code: textOf(body) };
  const length = body[0]!;
  wanted(body, 1 + length, 'authentication');
  return { code: textOf(body.subarray(1, 1 + length)) };
}

const degrees = (millionths: number, negative: boolean): number => (negative ? -millionths : millionths) / 1e6;

/** BCD time of GMT+8, YYMMDDhhmmss. */
export function readTime(bcd: Buffer): number {
  const digits = bcd.toString('hex');
  const [, yy, mm, dd, h, m, s] = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  const text = `20${yy}-${mm}-${dd}T${h}:${m}:${s}`;
  const at = Date.parse(`${text}+08:00`);
  // A day that does not exist, the 30th of February, would be read as another.
  if (Number.isNaN(at) || !new Date(at + 8 * 3_600_000).toISOString().startsWith(text))
    throw new WrongBody(`${digits} is no time`);
  return at;
}

/** 0x0200. */
export function readLocation(body: Buffer): Location {
  wanted(body, 28, 'location');
  const status = body.readUInt32BE(4);
  const [latitude, longitude] = [body.readUInt32BE(8), body.readUInt32BE(12)];
  if (latitude > 90e6 || longitude > 180e6) throw new WrongBody(`${latitude}, ${longitude} lies on no globe`);
  const extras = readExtras(body.subarray(28));
  return {
    alarm: body.readUInt32BE(0),
    status,
    latitude: degrees(latitude, (status & 4) !== 0),
    longitude: degrees(longitude, (status & 8) !== 0),
    altitudeM: body.readInt16BE(16),
    speedKmh: body.readUInt16BE(18) / 10,
    direction: body.readUInt16BE(20) % 360,
    at: readTime(body.subarray(22, 28)),
    fix: (status & 2) !== 0,
    ignition: (status & 1) !== 0,
    mileageKm: extras.get(0x01)?.length === 4 ? extras.get(0x01)!.readUInt32BE(0) / 10 : null,
    fuelL: extras.get(0x02)?.length === 2 ? extras.get(0x02)!.readUInt16BE(0) / 10 : null,
    satellites: extras.get(0x31)?.length === 1 ? extras.get(0x31)![0]! : null,
  };
}

/** Extras: id, length, value. Makers add their own; those are passed over, and what is cut off ends the reading. */
function readExtras(bytes: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 0; at + 2 <= bytes.length;) {
    const length = bytes[at + 1]!;
    if (at + 2 + length > bytes.length) break;
    found.set(bytes[at]!, bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return found;
}

/** 0x0704: count, kind (0 as they came, 1 sent later from the terminal's memory), then each with its length. */
export function readLocationBatch(body: Buffer): { readonly late: boolean; readonly locations: readonly Location[] } {
  wanted(body, 3, 'batch');
  const count = body.readUInt16BE(0);
  const locations: Location[] = [];
  let at = 3;
  for (let n = 0; n < count; n += 1) {
    wanted(body, at + 2, 'batch');
    const length = body.readUInt16BE(at);
    wanted(body, at + 2 + length, 'batch');
    locations.push(readLocation(body.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return { late: body[2] === 1, locations };
}

/** Body of 0x8001: which message is answered, and how. */
export function generalAnswer({ id, serial }: Pick<Header, 'id' | 'serial'>, result: number): Buffer {
  const body = Buffer.alloc(5);
  body.writeUInt16BE(serial, 0);
  body.writeUInt16BE(id, 2);
  body[4] = result;
  return body;
}

/** Body of 0x8100; the code only where registration is done. */
export function registerAnswer({ serial }: Pick<Header, 'serial'>, result: number, code = ''): Buffer {
  const head = Buffer.alloc(3);
  head.writeUInt16BE(serial, 0);
  head[2] = result;
  return result === registrations.done ? Buffer.concat([head, Buffer.from(code, 'ascii')]) : head;
}
