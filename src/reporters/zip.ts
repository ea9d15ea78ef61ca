import { crc32 } from 'node:zlib'

/** 1 January 1980 in MS-DOS form: the earliest day a zip can hold. The same input gives the same bytes. */
const date = 0x0021

/** A zip archive of these files, stored without compression (PKWARE APPNOTE 6.3.3, sections 4.3.7 to 4.3.16). */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path, 'utf8')
    const data = Buffer.from(text, 'utf8')
    // version 2.0, flag 11: names are UTF-8, method 0: stored
    const common = [
      u16(20),
      u16(0x0800),
      u16(0),
      u16(0),
      u16(date),
      u32(crc32(data)),
      u32(data.length),
      u32(data.length),
      u16(name.length),
      u16(0),
    ]
    parts.push(u32(0x04034b50), ...common, name, data)
    directory.push(u32(0x02014b50), u16(20), ...common, u16(0), u16(0), u16(0), u32(0), u32(offset), name)
    offset += 30 + name.length + data.length
  }
  const count = Object.keys(files).length
  const central = Buffer.concat(directory)
  const end = [u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(central.length), u32(offset), u16(0)]
  return Buffer.concat([...parts, central, ...end])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
