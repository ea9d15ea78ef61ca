import { LineCounter, parseDocument } from 'yaml'
import { SetupError } from '../core/setup-error.js'

/** A parsed YAML file that can say on which line a value stands. */
export class SourceFile {
  readonly value: unknown
  readonly #document: ReturnType<typeof parseDocument>
  readonly #lines = new LineCounter()

  constructor(
    readonly path: string,
    text: string,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines })
    const error = this.#document.errors[0]
    if (error) {
      const line = this.#lines.linePos(error.pos[0]).line
      throw new SetupError({ file: path, line, found: error.message.split('\n')[0] ?? 'an error', expected: 'YAML' })
    }
    this.value = this.#document.toJS()
  }

  /** 1-based line of the value at `path`, or of its nearest ancestor that is there. */
  lineOf(path: readonly (string | number)[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
      if (node?.range) return this.#lines.linePos(node.range[0]).line
    }
    return 1
  }
}
