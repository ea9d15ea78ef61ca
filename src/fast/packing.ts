import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { FileReport } from '../reporters/report.js'

/** Loaded by runs over many files only: others need no zlib. */
export interface Packing {
  pack(report: FileReport): Uint8Array
  unpack(bytes: Uint8Array): FileReport
}

/** A report is plain data. The bytes are a copy, since what zlib returns keeps its whole working buffer alive. */
export const pack: Packing['pack'] = (report) => Uint8Array.from(deflateRawSync(JSON.stringify(report), { level: 1 }))

export const unpack: Packing['unpack'] = (bytes) => JSON.parse(inflateRawSync(bytes).toString()) as FileReport
