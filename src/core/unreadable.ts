/** A file is not what its name says, or broken: no text can be had from it. Caught in `cli`, where the file is named; exit 2. */
export class UnreadableSource extends Error {
  /** @param reason what was found and what was expected, to follow "cannot read FILE: " */
  constructor(reason: string) {
    super(reason)
    this.name = 'UnreadableSource'
  }
}
