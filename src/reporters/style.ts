/** How words look on a terminal; `plain` leaves them as they are. */
export interface Style {
  bold(text: string): string
  grey(text: string): string
  red(text: string): string
  yellow(text: string): string
  blue(text: string): string
  green(text: string): string
  cyan(text: string): string
}

const same = (text: string): string => text
export const plain: Style = { bold: same, grey: same, red: same, yellow: same, blue: same, green: same, cyan: same }

/** What a reporter is told about where its text goes. */
export interface Ui {
  readonly style: Style
  /** Columns to write in. */
  readonly width: number
}
