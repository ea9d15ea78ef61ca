import { nearestName, SetupError } from '../../core/setup-error.js'
import { selectorFault } from '../../formats/data/selector.js'
import { configSchema, type Schema } from './schema.js'

/** A config as its author writes it, after `validateConfig`. */
export interface RawSettings {
  readonly markets?: readonly ('us' | 'jp' | 'eu')[]
  readonly locale?: 'en' | 'ja'
  readonly product?: {
    readonly names?: readonly string[]
    readonly ingredients?: readonly string[]
    readonly kind?: 'auto' | 'supplement' | 'food' | 'editorial'
  }
  readonly rules?: Readonly<Record<string, RawRule>>
  readonly markdown?: { readonly parser?: 'lezer' | 'remark'; readonly plugins?: readonly RawPlugin[] }
  readonly content?: Readonly<Record<string, 'text' | 'markdown' | 'html'>>
  readonly linkGranularity?: 'sentence' | 'paragraph'
  readonly citationScope?: 'sentence' | 'paragraph'
}

/** A package or a path; with options in a list. */
export type RawPlugin = string | readonly [string, Readonly<Record<string, unknown>>?]

export type RawRule = string | readonly [string, Readonly<Record<string, unknown>>?]

interface RawOverride extends RawSettings {
  readonly files: readonly string[]
  readonly format?: string
}

export interface RawConfig extends RawSettings {
  readonly root?: boolean
  readonly extends?: string | readonly string[]
  readonly files?: readonly string[]
  readonly ignores?: readonly string[]
  readonly overrides?: readonly RawOverride[]
  readonly packs?: readonly string[]
  readonly waivers?: string
  readonly baseline?: string
}

/** Checks a parsed config against the schema. Throws `SetupError` with the key, what was found and the nearest known name. */
export function validateConfig(value: unknown, file: string): RawConfig {
  // An empty file is an empty config.
  const config = value ?? {}
  check(config, configSchema, '', file)
  const raw = config as RawConfig
  for (const { content } of [raw, ...(raw.overrides ?? [])]) {
    for (const selector of Object.keys(content ?? {})) {
      const expected = selectorFault(selector)
      if (expected) throw fault(file, `the selector "${selector}" at "content"`, expected)
    }
  }
  return raw
}

function check(value: unknown, schema: Schema, key: string, file: string): void {
  if (schema.anyOf) {
    checkAnyOf(value, schema.anyOf, key, file)
    return
  }
  if (schema.enum) {
    if (typeof value === 'string' && schema.enum.includes(value)) return
    // `off` and `on` are booleans to some YAML readers.
    const nearest = typeof value === 'string' ? nearestName(value, schema.enum) : undefined
    throw fault(file, `${show(value)}${at(key)}`, schema.enum.join(', '), nearest)
  }
  if (schema.type && typeName(value) !== schema.type) throw fault(file, `${show(value)}${at(key)}`, article(schema.type))
  if (schema.type === 'string' && schema.minLength && (value as string).length < schema.minLength) {
    throw fault(file, `an empty string${at(key)}`, 'some text')
  }
  if (schema.type === 'array') {
    const list = value as unknown[]
    if (schema.minItems && list.length < schema.minItems) throw fault(file, `an empty list${at(key)}`, `at least ${schema.minItems} entry`)
    list.forEach((item, i) => {
      if (schema.items) check(item, schema.items, `${key}[${i}]`, file)
    })
  }
  if (schema.type === 'object') checkObject(value as Record<string, unknown>, schema, key, file)
}

function checkObject(value: Record<string, unknown>, schema: Schema, key: string, file: string): void {
  for (const name of schema.required ?? []) {
    if (!(name in value)) throw fault(file, `no "${name}"${at(key)}`, `the key "${name}"`)
  }
  for (const [name, entry] of Object.entries(value)) {
    const path = key ? `${key}.${name}` : name
    const property = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
    if (property) check(entry, property, path, file)
    else if (schema.additionalProperties === false) {
      const known = Object.keys(schema.properties ?? {})
      throw fault(
        file,
        `the unknown key "${path}"`,
        `one of ${known.filter((each) => each !== '$schema').join(', ')}`,
        nearestName(name, known),
      )
    } else if (schema.additionalProperties) check(entry, schema.additionalProperties, path, file)
  }
}

/** The alternative of the value's own type speaks, since its complaint is the one that helps. */
function checkAnyOf(value: unknown, alternatives: readonly Schema[], key: string, file: string): void {
  const own = alternatives.find((each) => (each.type ?? 'string') === typeName(value))
  if (!own) {
    const expected = alternatives.map((each) => each.enum?.join(', ') ?? article(each.type ?? 'value')).join(' or ')
    throw fault(file, `${show(value)}${at(key)}`, expected)
  }
  check(value, own, key, file)
}

const typeName = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

const articles: Readonly<Record<string, string>> = { object: 'an object', array: 'a list', string: 'a string', boolean: 'true or false' }
const article = (type: string): string => articles[type] ?? type

const at = (key: string): string => (key ? ` at "${key}"` : '')

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

const fault = (file: string, found: string, expected: string, nearest?: string): SetupError =>
  new SetupError({ file, found, expected, ...(nearest !== undefined && { nearest }) })
