import { strFromU8, unzipSync } from 'fflate'
import { UnreadableSource } from '../../core/unreadable.js'
import { readXml, type XmlElement } from './xml.js'

/** A document of more text than this is no article; what claims to be may be made to fill the memory. */
const MAX_PART = 64 * 1024 * 1024
const MAX_ALL = 256 * 1024 * 1024

export interface Relationship {
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

/** The parts of a Word document (ECMA-376, part 2). */
export class DocxPackage {
  readonly #files: Readonly<Record<string, Uint8Array>>
  readonly #relationships = new Map<string, ReadonlyMap<string, Relationship>>()

  /** Throws `UnreadableSource` when the bytes are no zip archive, or one that would be enormous. */
  constructor(bytes: Uint8Array) {
    this.#files = unzip(bytes)
  }

  /** The main part: named by the package's relationships, not by its path. */
  main(): string {
    const found = [...this.relationships('').values()].find(({ type }) => type.endsWith('/officeDocument'))
    if (!found || !this.#files[found.target]) throw new UnreadableSource('it is a zip archive, but no Word document')
    const root = this.xml(found.target)
    if (root?.name !== 'w:document') {
      throw new UnreadableSource(`it is an Office document, but none of Word (its main part is ${found.target})`)
    }
    return found.target
  }

  /** A part as a tree; undefined when there is none of that name. */
  xml(part: string): XmlElement | undefined {
    const bytes = this.#files[part]
    return bytes && readXml(decode(bytes), part)
  }

  /** What a part (`''`: the package) points to, by id; targets are paths in the package. */
  relationships(part: string): ReadonlyMap<string, Relationship> {
    let found = this.#relationships.get(part)
    if (!found) {
      found = this.#readRelationships(part)
      this.#relationships.set(part, found)
    }
    return found
  }

  /** The path of the first part of a kind that a part points to. */
  related(part: string, kind: string): string | undefined {
    return [...this.relationships(part).values()].find(({ type, isExternal }) => !isExternal && type.endsWith(`/${kind}`))?.target
  }

  #readRelationships(part: string): ReadonlyMap<string, Relationship> {
    const slash = part.lastIndexOf('/')
    const folder = part.slice(0, slash + 1)
    const root = this.xml(`${folder}_rels/${part.slice(slash + 1)}.rels`)
    return new Map(
      (root?.children ?? []).map(({ attributes }) => {
        const isExternal = attributes.TargetMode === 'External'
        const target = attributes.Target ?? ''
        return [attributes.Id ?? '', { type: attributes.Type ?? '', target: isExternal ? target : resolvePart(folder, target), isExternal }]
      }),
    )
  }
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new UnreadableSource('it is protected by a password, or an old .doc; save it as .docx without a password')
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableSource('it is no Word document (.docx is a zip archive, this is none)')
  let all = 0
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!/\.(?:xml|rels)$/i.test(name)) return false
    all += originalSize
    if (originalSize > MAX_PART || all > MAX_ALL)
      throw new UnreadableSource(`${name} in it would be ${originalSize} bytes, which is too much`)
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof UnreadableSource) throw error
    throw new UnreadableSource(`it is a damaged zip archive (${(error as Error).message})`)
  }
}

/** XML of Office is UTF-8, rarely UTF-16 with a byte order mark. */
function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  return wide ? new TextDecoder(wide).decode(bytes) : strFromU8(bytes).replace(/^\ufeff/, '')
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}
