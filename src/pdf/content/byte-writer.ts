/** Bytes that grow at their end. */
export interface ByteWriter {
  bytes: Buffer
  length: number
}

export function makeByteWriter(capacity: number): ByteWriter {
  return {bytes: Buffer.allocUnsafe(capacity), length: 0}
}

/** Makes room for `more` bytes. */
export function reserve(writer: ByteWriter, more: number): void {
  const needed = writer.length + more
  if (needed <= writer.bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(needed, writer.bytes.length * 2))
  writer.bytes.copy(larger, 0, 0, writer.length)
  writer.bytes = larger
}

/** @param text in Latin-1 */
export function writeText(writer: ByteWriter, text: string): void {
  reserve(writer, text.length)
  writer.length += writer.bytes.write(text, writer.length, "latin1")
}

export function bytesOf({bytes, length}: ByteWriter): Buffer {
  return bytes.subarray(0, length)
}
