/** A list that is written item by item, as its items come. It may be gone through once. */
export class Listed {
  constructor(readonly items: Iterable<unknown>) {}
}

/**
 * The text of a value as `JSON.stringify(value, null, 2)` has it, in pieces: a `Listed` that is the value, one of its fields, or an item of
 * such a list is never whole in memory.
 */
export function* jsonText(value: unknown, indent = ''): Generator<string> {
  if (value instanceof Listed) yield* listText(value, indent)
  else if (isRecord(value) && Object.values(value).some((field) => field instanceof Listed)) yield* recordText(value, indent)
  else yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
}

function* listText({ items }: Listed, indent: string): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}\n${indent}  `
    yield* jsonText(item, `${indent}  `)
    before = ','
  }
  yield before === '[' ? '[]' : `\n${indent}]`
}

function* recordText(record: Readonly<Record<string, unknown>>, indent: string): Generator<string> {
  let before = '{'
  for (const [name, field] of Object.entries(record)) {
    if (field === undefined) continue
    yield `${before}\n${indent}  ${JSON.stringify(name)}: `
    yield* jsonText(field, `${indent}  `)
    before = ','
  }
  yield `\n${indent}}`
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What `make` makes of each, one at a time. */
export function* each<From, To>(all: Iterable<From>, make: (one: From, index: number) => To): Generator<To> {
  let index = 0
  for (const one of all) yield make(one, index++)
}

/** What `make` makes of each, in one row. */
export function* every<From, To>(all: Iterable<From>, make: (one: From, index: number) => Iterable<To>): Generator<To> {
  let index = 0
  for (const one of all) yield* make(one, index++)
}
