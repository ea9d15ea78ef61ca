import type { Block } from '../../core/block.js'

/** Counts rows and columns of one HTML table while its cells are read in order. */
export class TableGrid {
  #row = -1
  #column = 0
  /** For each column, the first row that is free again. */
  readonly #taken: number[] = []

  constructor(private readonly table: number) {}

  startRow(): void {
    this.#row++
    this.#column = 0
  }

  cell(header: boolean, colspan: string | undefined, rowspan: string | undefined): NonNullable<Block['cell']> {
    const row = Math.max(0, this.#row)
    while ((this.#taken[this.#column] ?? 0) > row) this.#column++
    const column = this.#column
    const width = spanOf(colspan)
    const height = spanOf(rowspan)
    for (let i = 0; i < width; i++) this.#taken[column + i] = row + height
    this.#column += width
    return { table: this.table, row, column, header }
  }
}

/** HTML 4.9.11: spans are at most 1000 wide; what is no number counts as one. */
function spanOf(value: string | undefined): number {
  const number = Number.parseInt(value ?? '', 10)
  return number >= 1 ? Math.min(number, 1000) : 1
}
