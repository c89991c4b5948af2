import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, frames } from '../../testing/jt808-frames.ts';
import { frame, FrameCutter, type Framed, longestFrame } from './frame.ts';
import { PartsGatherer } from './gather-parts.ts';
import { type Message, readMessage, writeMessage } from './header.ts';
import {
  generalAnswer,
  readAuthentication,
  readLocation,
  readLocationBatch,
  readRegistration,
  readTime,
  registerAnswer,
  WrongBody,
} from './messages.ts';

const cutAll = (...pieces: Uint8Array[]): Framed[] => {
  const cutter = new FrameCutter();
  return pieces.flatMap((piece) => [...cutter.cut(piece)]);
};
const message = (hex: string): Message => {
  const [framed] = cutAll(bytesOf(hex));
  if (!framed || !('message' in framed)) throw new Error(JSON.stringify(framed));
  const read = readMessage(framed.message);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

test('a 2019 location with its extras reads as the standard lays it out', () => {
  const { header, body } = message(frames.location2019);
  expect(header).toEqual({
    id: 0x0200,
    edition: 2019,
    phone: '13900000001',
    serial: 4,
    encrypted: false,
    part: null,
  });
  expect(readLocation(body)).toEqual({
    alarm: 0,
    status: 3,
    latitude: 32.0603,
    longitude: 118.7969,
    altitudeM: 12,
    speedKmh: 45,
    direction: 90,
    at: Date.parse('2026-03-02T09:05:00+08:00'),
    fix: true,
    ignition: true,
    mileageKm: 12_345.6,
    fuelL: 38.5,
    satellites: 9,
  });
});

test('a published 2013 frame with both escapes reads as published', () => {
  const { header, body } = message(frames.published2013);
  expect(header).toMatchObject({ edition: 2013, phone: '123456789012', serial: 126 });
  expect(readLocation(body)).toMatchObject({
    alarm: 1,
    latitude: 12.222222,
    longitude: 132.444444,
    altitudeM: 40,
    speedKmh: 6,
    mileageKm: 10,
    fuelL: 12.5,
    at: Date.parse('2018-10-15T10:10:10+08:00'),
  });
  expect(readAuthentication(message(frames.publishedAuthentication2013).body, 2013)).toEqual({ code: '8300200260432' });
});

test('registration is read in both editions, the plate in GBK', () => {
  const registered = { model: 'MODEL-X', terminal: '0000001', plateColour: 1, plate: '青A10001' };
  expect(readRegistration(message(frames.register2019).body, 2019)).toEqual({ maker: 'OGATEST', ...registered });
  expect(readRegistration(message(frames.register2013).body, 2013)).toEqual({ maker: 'OGA01', ...registered });
  // The same SIM, padded to twenty digits and to twelve.
  expect(message(frames.register2013).header.phone).toBe(message(frames.register2019).header.phone);
});

test('authentication, heartbeat, south and west', () => {
  expect(readAuthentication(message(frames.authenticate2019).body, 2019)).toEqual({ code: 'CODE1234' });
  expect(message(frames.heartbeat2019)).toMatchObject({ header: { id: 2, serial: 3 } });
  expect(readLocation(message(frames.southWest2019).body)).toMatchObject({
    latitude: -33.8688,
    longitude: -70.6415,
    ignition: false,
  });
});

test('a batch reads the same whole and in three parts, in any order and with a part sent twice', () => {
  const whole = readLocationBatch(message(frames.batch2019).body);
  expect(whole).toMatchObject({ late: true, locations: [{ mileageKm: 12_345.6 }, { longitude: 118.798126 }] });
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 }), (order) => {
      const gatherer = new PartsGatherer();
      const done = order.flatMap((n) => {
        const taken = gatherer.take(message(frames.batchInParts[n]!), 0);
        return taken && taken !== 'too-much' ? [taken] : [];
      });
      expect(readLocationBatch(done[0]!.body)).toEqual(whole);
    }),
  );
});

test('parts that never end, or are too many, hold bounded memory', () => {
  const gatherer = new PartsGatherer(1_000);
  const part = (serial: number, count: number, number: number, size = 10): Message => ({
    header: { id: 0x0704, edition: 2019, phone: '1', serial, encrypted: false, part: { count, number } },
    body: Buffer.alloc(size),
  });
  expect(gatherer.take(part(1, 5_000, 1), 0)).toBe('too-much');
  for (let n = 0; n < 4; n += 1) expect(gatherer.take(part(100 * n, 3, 1), 0)).toBeUndefined();
  expect(gatherer.take(part(900, 3, 1), 0)).toBe('too-much');
  // Old ones make room.
  expect(gatherer.take(part(900, 3, 1), 5_000)).toBeUndefined();
  expect(gatherer.open).toBe(1);
  const big = new PartsGatherer();
  const taken = Array.from({ length: 100 }, (_, n) => big.take(part(n, 100, n + 1, 1_023), 0));
  expect(taken.filter((each) => each === 'too-much').length).toBeGreaterThan(0);
});

test('what the program answers is what the standard lays out', () => {
  const to = { edition: 2019, phone: '13900000001', serial: 0 } as const;
  const { header } = message(frames.location2019);
  expect(frame(writeMessage({ ...to, id: 0x8001 }, generalAnswer(header, 0))).toString('hex')).toBe(
    frames.generalAnswer2019,
  );
  expect(frame(writeMessage({ ...to, id: 0x8100 }, registerAnswer({ serial: 1 }, 0, 'CODE1234'))).toString('hex')).toBe(
    frames.registerAnswer2019,
  );
});

test('any messages, cut and joined at any byte, come out as they went in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(500), { maxLength: 20 }),
      fc.boolean(),
      (messages, cuts, sharedFlags) => {
        const framed = messages.map((each) => frame(each));
        // One flag may close a frame and open the next.
        const line = Buffer.concat(framed.map((each, n) => (sharedFlags && n > 0 ? each.subarray(1) : each)));
        const at = [...new Set(cuts.map((cut) => cut % line.length))].toSorted((a, b) => a - b);
        const pieces = [0, ...at].map((from, n) => line.subarray(from, at[n] ?? line.length));
        expect(cutAll(...pieces)).toEqual(messages.map((each) => ({ message: Buffer.from(each) })));
      },
    ),
  );
});

test('SEC-TE-05 no bytes throw, none are taken for a message that are not, and none make it hold more than one frame', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 30 }), (pieces) => {
      const cutter = new FrameCutter();
      for (const piece of pieces) {
        for (const framed of cutter.cut(piece)) {
          if (!('message' in framed)) continue;
          const read = readMessage(framed.message);
          if (typeof read === 'string') continue;
          for (const body of [readLocation, readLocationBatch, (b: Buffer) => readRegistration(b, 2019)])
            try {
              body(read.body);
            } catch (error) {
              expect(error).toBeInstanceOf(WrongBody);
            }
        }
        expect(cutter.held).toBeLessThanOrEqual(longestFrame);
      }
    }),
  );
  // A flood without a flag is passed over, and the next good frame is read.
  const flood = [Buffer.from([0x7e]), ...Array.from({ length: 50 }, () => Buffer.alloc(1_000, 0x55))];
  const after = cutAll(...flood, Buffer.from([0x7e]), bytesOf(frames.heartbeat2019));
  expect(after.map((each) => ('fault' in each ? each.fault : 'message'))).toEqual(['too-long', 'message']);
});

test('one flipped bit anywhere in a frame is noticed', () => {
  const good = bytesOf(frames.location2019);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: good.length - 2 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const bad = Buffer.from(good);
      bad[at]! ^= 1 << bit;
      expect(cutAll(bad).filter((each) => 'message' in each)).toEqual([]);
    }),
  );
});

test('a time that does not exist is refused', () => {
  expect(() => readTime(bytesOf('260230090500'))).toThrow(WrongBody);
  expect(() => readTime(bytesOf('26ff02090500'))).toThrow(WrongBody);
  expect(readTime(bytesOf('260302090500'))).toBe(Date.parse('2026-03-02T01:05:00Z'));
});
