import {crc32} from 'node:zlib'

export interface ZipEntry {
  readonly path: string
  readonly content: Uint8Array
}

/**
 * Some files as a ZIP archive. The same files give the same bytes on every machine: it holds no times but 1980's first day,
 * and stores what it holds as it is, since compression differs between processors.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const {path, content} of entries) {
    const name = Buffer.from(path, 'utf8')
    const facts = {crc: crc32(content), size: content.length, name: name.length}
    const local = header(0x04034b50, facts)
    parts.push(local, name, Buffer.from(content))
    directory.push(centralHeader(facts, offset), name)
    offset += local.length + name.length + content.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...parts, list, trailer(entries.length, {size: list.length, offset})])
}

interface Facts {
  readonly crc: number
  readonly size: number
  readonly name: number
}

const VERSION = 10
/** Names are UTF-8. */
const FLAGS = 0x0800
const STORED = 0
const MIDNIGHT = 0
const FIRST_DAY = 0x0021

function header(signature: number, facts: Facts): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(signature, 0)
  writeFacts(bytes, 4, facts)
  return bytes
}

function centralHeader(facts: Facts, offset: number): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(VERSION, 4)
  writeFacts(bytes, 6, facts)
  bytes.writeUInt32LE(offset, 42)
  return bytes
}

function writeFacts(bytes: Buffer, at: number, {crc, size, name}: Facts): void {
  for (const [index, value] of [VERSION, FLAGS, STORED, MIDNIGHT, FIRST_DAY].entries()) {
    bytes.writeUInt16LE(value, at + 2 * index)
  }
  bytes.writeUInt32LE(crc, at + 10)
  bytes.writeUInt32LE(size, at + 14)
  bytes.writeUInt32LE(size, at + 18)
  bytes.writeUInt16LE(name, at + 22)
}

function trailer(count: number, {size, offset}: {size: number; offset: number}): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}
