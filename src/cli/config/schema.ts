import { formats } from '../../registry.js'

/** The part of JSON Schema the config needs; the loader reads it and `schema/claimlint.schema.json` is its copy. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'boolean'
  readonly description?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false | Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly anyOf?: readonly Schema[]
}

const strings = (description: string): Schema => ({ type: 'array', items: { type: 'string', minLength: 1 }, description })
const oneOf = (names: readonly string[], description: string): Schema => ({ enum: names, description })

export const severityNames = ['error', 'warn', 'warning', 'info', 'off'] as const

const severity = oneOf(severityNames, 'How a finding counts; `warn` is `warning`.')

const ruleEntry: Schema = {
  anyOf: [
    severity,
    {
      type: 'array',
      minItems: 1,
      items: { anyOf: [severity, { type: 'object', description: "The rule's own options." }] },
      description: '`[severity, options]`',
    },
  ],
}

/** What a config file and an override may both set. */
const settings: Readonly<Record<string, Schema>> = {
  markets: {
    type: 'array',
    items: oneOf(['us', 'jp', 'eu'], 'Whose law applies.'),
    minItems: 1,
    description: 'Markets whose packs apply. Chosen here, never by the language of the text. Default: us.',
  },
  locale: oneOf(['en', 'ja'], 'Language of messages. Default: the environment, then en.'),
  product: {
    type: 'object',
    description: 'What is sold on these pages.',
    properties: {
      names: strings('Product and brand names: they count as the product wherever a sentence names them.'),
      ingredients: strings('Ingredient names beyond the built-in list.'),
      kind: oneOf(
        ['auto', 'supplement', 'food', 'editorial'],
        'supplement: all duties. food: no disclaimer is due. editorial: labeling duties are off. auto (default): supplement, unless the page shows no trace of a product.',
      ),
    },
    additionalProperties: false,
  },
  rules: { type: 'object', additionalProperties: ruleEntry, description: 'Rule id to severity, or to [severity, options].' },
  markdown: {
    type: 'object',
    properties: {
      parser: oneOf(['lezer', 'remark'], 'lezer (default) is fast; remark reads as unified sites do, .mdx with remark-mdx.'),
      plugins: {
        type: 'array',
        items: {
          anyOf: [
            { type: 'string', minLength: 1 },
            {
              type: 'array',
              minItems: 1,
              items: {
                anyOf: [
                  { type: 'string', minLength: 1 },
                  { type: 'object', description: "The plug-in's options." },
                ],
              },
            },
          ],
        },
        description:
          "The site's remark plug-ins, packages or paths: [plug-in, options] or a name. They are code: read with --allow-js-config only.",
      },
    },
    additionalProperties: false,
    description: 'How Markdown is read.',
  },
  content: {
    type: 'object',
    additionalProperties: oneOf(['text', 'markdown', 'html'], 'What the field is written in.'),
    description:
      'Of JSON, YAML and CSV files the fields to read: products[].description: html. [] is every item, a ? at the end makes a field optional.',
  },
  linkGranularity: oneOf(
    ['sentence', 'paragraph'],
    '21 CFR 101.93(d) asks for the symbol at the end of each statement: sentence (default); paragraph is laxer.',
  ),
  citationScope: oneOf(['sentence', 'paragraph'], 'Where the source of a study claim has to stand. Default: paragraph.'),
}

export const configSchema: Schema = {
  type: 'object',
  description: 'Settings of claimlint. Paths are relative to the file that names them.',
  properties: {
    $schema: { type: 'string', description: 'For editors.' },
    root: { type: 'boolean', description: 'Stops the search for configs in folders above.' },
    extends: {
      anyOf: [{ type: 'string', minLength: 1 }, strings('')],
      description: 'Config files (./base.yml) or packages whose settings come first.',
    },
    ...settings,
    files: strings('Globs that are linted when no path is given.'),
    ignores: strings('Globs that are never linted, not even when named on the command line.'),
    overrides: {
      type: 'array',
      description: 'Settings for some files; later entries win.',
      items: {
        type: 'object',
        required: ['files'],
        properties: {
          files: strings('Globs, relative to this config.'),
          format: oneOf(
            formats.map(({ id }) => id),
            'Read these files so, whatever their extension.',
          ),
          ...settings,
        },
        additionalProperties: false,
      },
    },
    packs: strings("Folders of rule files of your own, in the format of claimlint's rules."),
    waivers: {
      type: 'string',
      minLength: 1,
      description: 'The waiver file. Default: claimlint.waivers.yml beside this config, if there is one.',
    },
    baseline: { type: 'string', minLength: 1, description: 'The baseline file: findings in it are not reported.' },
  },
  additionalProperties: false,
}

/** The file that ships with the package, for editors. */
export const schemaFile = (): string =>
  `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'https://unpkg.com/claimlint/schema/claimlint.schema.json',
      title: 'claimlint',
      ...configSchema,
    },
    null,
    2,
  )}\n`
