/** A place in a byte array that moves forward as it is read. */
export type Cursor = { readonly bytes: Uint8Array; at: number };

export const cursor = (bytes: Uint8Array, at = 0): Cursor => ({ bytes, at });

export function readByte(from: Cursor): number {
  const byte = from.bytes[from.at++];
  if (byte === undefined) throw new RangeError(`WebAssembly ends too early, at byte ${from.at - 1}`);
  return byte;
}

/** An unsigned LEB128 number of up to 32 bits. */
export function readUnsigned(from: Cursor): number {
  let [value, scale, byte] = [0, 1, 0];
  do {
    byte = readByte(from);
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
  } while (byte & 0x80);
  return value;
}

/** A signed LEB128 number of up to 32 bits. */
export function readSigned(from: Cursor): number {
  let [value, shift, byte] = [0, 0, 0];
  do {
    byte = readByte(from);
    value |= (byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
}

export function skipNumber(from: Cursor): void {
  while (readByte(from) & 0x80);
}

export function readName(from: Cursor): string {
  const length = readUnsigned(from);
  from.at += length;
  return new TextDecoder().decode(from.bytes.subarray(from.at - length, from.at));
}

/** `value` as unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** `value` as signed LEB128. */
export function signed(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const last = (rest === 0n && !(low & 0x40)) || (rest === -1n && Boolean(low & 0x40));
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

/** A name as WebAssembly writes it: length, then UTF-8. */
export function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...unsigned(bytes.length), ...bytes];
}

export type Chunk = Uint8Array | number[];

export function concat(chunks: Chunk[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
