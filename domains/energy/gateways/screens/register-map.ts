/** A register map as people keep it in a sheet: number, function code, address, type, word order, scale; one line a point. */

export interface WrittenPoint {
  readonly key: string;
  readonly functionCode: number;
  readonly address: number;
  readonly type: string;
  readonly order: string;
  readonly scale: number;
}

/** Pasted from a sheet (tabs) or typed (commas). Empty lines and a heading are passed over; what is not a number is the server's to refuse. */
export function pointsOf(text: string): WrittenPoint[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/[\t,，]/).map((cell) => cell.trim()))
    .filter(([key = '', , address = '']) => key !== '' && !/^(表号|key|number)$/i.test(key) && address !== '')
    .map(([key = '', functionCode = '', address = '', type = '', order = '', scale = '']) => ({
      key,
      functionCode: functionCode === '' ? 3 : Number(functionCode),
      address: Number(address),
      type: type === '' ? 'uint16' : type.toLowerCase(),
      order: order === '' ? 'high-first' : order,
      scale: scale === '' ? 1 : Number(scale),
    }));
}
