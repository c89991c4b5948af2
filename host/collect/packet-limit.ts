import { Duplex, Transform, type TransformCallback } from 'node:stream';
import type { Socket } from 'node:net';

/** A sender announced more than it may send: the line is cut before any of it is kept in memory. */
export class PacketTooLarge extends Error {}

/**
 * Follows the fixed headers of an MQTT stream (3.1.1, chapter 2.2) and nothing else.
 * @param largest bytes that a packet may announce now
 * @throws PacketTooLarge
 */
export function packetFollower(largest: () => number): (chunk: Uint8Array) => void {
  let left = 0;
  let lengthBytes = -1;
  let length = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      if (left > 0) {
        const passed = Math.min(left, chunk.length - at);
        left -= passed;
        at += passed;
      } else if (lengthBytes < 0) {
        [lengthBytes, length] = [0, 0];
        at += 1;
      } else {
        const byte = chunk[at]!;
        at += 1;
        length += (byte & 0x7f) * 128 ** lengthBytes;
        lengthBytes += 1;
        if (lengthBytes > 4 || length > largest()) throw new PacketTooLarge(`a packet of ${length} bytes`);
        if (byte < 0x80) [left, lengthBytes] = [length, -1];
      }
    }
  };
}

/** The socket with its incoming packets limited. */
export function limitPackets(socket: Socket, largest: () => number): Duplex {
  const follow = packetFollower(largest);
  const inward = new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      try {
        follow(chunk);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  socket.pipe(inward);
  socket.on('error', (error) => inward.destroy(error));
  socket.on('close', () => inward.destroy());
  inward.on('error', () => socket.destroy());
  return Duplex.from({ readable: inward, writable: socket });
}
