/**
 * Message header of JT/T 808, 4.4.3: id, attributes, number of the terminal, serial number, and where a message travels in parts, how many
 * there are and which this is. The 2019 edition sets bit 14 of the attributes, says its version in a byte of its own, and writes the
 * terminal's number in ten bytes of digits instead of six.
 */
export interface Header {
  readonly id: number;
  readonly edition: 2013 | 2019;
  /** Digits as sent, leading zeros taken off: 2013 and 2019 pad the same SIM differently. */
  readonly phone: string;
  readonly serial: number;
  readonly encrypted: boolean;
  readonly part: { readonly count: number; readonly number: number } | null;
}

export interface Message {
  readonly header: Header;
  readonly body: Buffer;
}

export type HeaderFault = 'header-cut-off' | 'length-differs' | 'not-digits' | 'part-out-of-count';

/** @returns the message, or why its header cannot be read */
export function readMessage(bytes: Buffer): Message | HeaderFault {
  if (bytes.length < 12) return 'header-cut-off';
  const id = bytes.readUInt16BE(0);
  const attributes = bytes.readUInt16BE(2);
  const edition = attributes & 0x4000 ? 2019 : 2013;
  const inParts = (attributes & 0x2000) !== 0;
  const phoneAt = edition === 2019 ? 5 : 4;
  const serialAt = phoneAt + (edition === 2019 ? 10 : 6);
  const bodyAt = serialAt + 2 + (inParts ? 4 : 0);
  if (bytes.length < bodyAt) return 'header-cut-off';
  const body = bytes.subarray(bodyAt);
  if (body.length !== (attributes & 0x3ff)) return 'length-differs';
  const phone = bytes.subarray(phoneAt, serialAt).toString('hex');
  if (!/^\d+$/.test(phone)) return 'not-digits';
  const part = inParts ? { count: bytes.readUInt16BE(serialAt + 2), number: bytes.readUInt16BE(serialAt + 4) } : null;
  if (part && (part.count === 0 || part.number === 0 || part.number > part.count)) return 'part-out-of-count';
  return {
    header: {
      id,
      edition,
      phone: bareNumber(phone),
      serial: bytes.readUInt16BE(serialAt),
      encrypted: (attributes & 0x1c00) !== 0,
      part,
    },
    body,
  };
}

/** A terminal's number without the zeros it is padded with. */
export const bareNumber = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Header and body, ready to be framed; the body fits one message. */
export function writeMessage(
  { id, edition, phone, serial, part = null }: Omit<Header, 'encrypted' | 'part'> & { readonly part?: Header['part'] },
  body: Uint8Array,
): Buffer {
  if (body.length > 1023) throw new RangeError(`a body of ${body.length} bytes must travel in parts`);
  const number = Buffer.from(phone.padStart(edition === 2019 ? 20 : 12, '0'), 'hex');
  const before = Buffer.alloc(edition === 2019 ? 5 : 4);
  before.writeUInt16BE(id, 0);
  before.writeUInt16BE(body.length | (edition === 2019 ? 0x4000 : 0) | (part ? 0x2000 : 0), 2);
  if (edition === 2019) before[4] = 1;
  const after = Buffer.alloc(part ? 6 : 2);
  after.writeUInt16BE(serial & 0xffff, 0);
  if (part) {
    after.writeUInt16BE(part.count, 2);
    after.writeUInt16BE(part.number, 4);
  }
  return Buffer.concat([before, number, after, body]);
}
