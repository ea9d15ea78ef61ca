import { nearestName, SetupError } from '../core/setup-error.js'
import { PhraseSyntaxError, parsePhrase } from './phrase.js'
import type { ConceptRow, RuleFile, RuleSet } from './schema.js'
import type { SourceFile } from './source-file.js'

/**
 * Checks a rule set against the shapes of `schema.ts`: known types, families and settings, unique ids, parsable phrases, known rule names,
 * and what every rule must carry (law, messages in both languages). Throws `SetupError` for the first fault, naming file and line.
 */
export function validateRuleSet(set: RuleSet, sources: ReadonlyMap<string, SourceFile>): void {
  const fail = (found: string, expected: string, at: Place, nearest?: string): never => {
    const place = locate(at, sources)
    throw new SetupError({ ...place, found, expected, ...(nearest === undefined ? {} : { nearest }) })
  }
  const oneOf = (value: string | undefined, known: ReadonlySet<string>, what: string, at: Place) => {
    if (value === undefined || known.has(value)) return
    fail(`${what} "${value}"`, `one of ${[...known].join(', ')}`, at, nearestName(value, known))
  }
  const phrases = (list: readonly string[] | undefined, at: Place) => {
    for (const source of list ?? []) {
      try {
        parsePhrase(source)
      } catch (error) {
        if (!(error instanceof PhraseSyntaxError)) throw error
        fail(error.message, 'a phrase pattern (rules/README.md)', at)
      }
    }
  }

  const concepts = new Map<string, ConceptRow>()
  for (const row of set.concepts) {
    const at: Place = { kind: 'row', id: row.id }
    if (!row.id) fail('a concept without id', 'id: <type>.<name>', at)
    if (concepts.has(row.id)) fail(`a second concept "${row.id}"`, 'one row a concept', at)
    concepts.set(row.id, row)
    oneOf(row.type, conceptTypes, 'type', at)
    oneOf(row.family, families, 'family', at)
    oneOf(row.valence, valences, 'valence', at)
    if (row.type === 'act' && !row.family) fail(`act "${row.id}" without a family`, `family: one of ${[...families].join(', ')}`, at)
    if (!row.en?.length && !row.ja?.length) fail(`concept "${row.id}" without words`, 'en: […] or ja: […]', at)
    for (const entry of [...(row.en ?? []), ...(row.ja ?? [])]) {
      if (!entry.text.trim()) fail(`an empty word in "${row.id}"`, 'a word', at)
      oneOf(entry.frame, frames, 'frame', at)
      oneOf(entry.pos, parts, 'pos', at)
      for (const key of Object.keys(entry)) oneOf(key, surfaceKeys, 'key', at)
    }
  }
  for (const row of set.cues) {
    const at: Place = { kind: 'row', id: row.id }
    oneOf(row.setting, new Set([...settings, 'none']), 'setting', at)
    oneOf(row.reach, reaches, 'reach', at)
    phrases(row.en, at)
    phrases(row.ja, at)
  }
  for (const row of set.constructions) {
    const at: Place = { kind: 'row', id: row.id }
    oneOf(row.family, families, 'family', at)
    oneOf(row.outcome, outcomes, 'outcome', at)
    if (row.target && !concepts.has(row.target))
      fail(`construction "${row.id}" with the unknown target "${row.target}"`, 'the id of a concept', at)
    if (row.names && !concepts.has(row.names)) fail(`construction "${row.id}" names the unknown "${row.names}"`, 'the id of a concept', at)
    phrases(row.en, at)
    phrases(row.ja, at)
  }
  const claimIds = new Set<string>()
  for (const row of set.authorised) {
    const at: Place = { kind: 'row', id: row.id }
    for (const key of Object.keys(row)) oneOf(key, authorisedKeys, 'key', at)
    if (claimIds.has(row.id)) fail(`a second authorised claim "${row.id}"`, 'one row a claim', at)
    claimIds.add(row.id)
    oneOf(row.status, statuses, 'status', at)
    if (!row.cite || !row.model || !row.verified) fail(`authorised claim "${row.id}"`, 'cite, verified and model', at)
    for (const element of [row.substance, row.disease, ...row.elements, ...(row.never ? [row.never] : [])]) {
      if (!element?.en?.length) fail(`an element of "${row.id}" without English phrases`, 'en: […]', at)
      phrases(element.en, at)
      phrases(element.ja, at)
      for (const phrase of element.en ?? [])
        if (/\w-\w/.test(phrase.replace(/\{[^}]*\}/g, ''))) fail(`phrase "${phrase}" with a hyphen`, 'two words', at)
    }
  }
  const ids = new Set<string>()
  for (const rule of set.rules) {
    const at: Place = { kind: 'rule', id: rule.id }
    if (!rule.id || !/^[a-z-]+\/[a-z0-9-]+$/.test(rule.id)) fail(`rule id "${rule.id}"`, '<pack>/<kebab-case-name>', at)
    if (ids.has(rule.id)) fail(`a second rule "${rule.id}"`, 'one file a rule', at)
    ids.add(rule.id)
    checkRule(rule, at, fail, oneOf, phrases)
  }
  for (const pack of set.packs) {
    for (const id of pack.precedence ?? []) {
      if (!ids.has(id)) fail(`precedence names "${id}"`, 'a rule of the rule set', { kind: 'pack', id: pack.id }, nearestName(id, ids))
    }
  }
  for (const rule of set.rules) {
    for (const id of rule.replaces ?? []) {
      if (!ids.has(id)) fail(`replaces names "${id}"`, 'a rule of the rule set', { kind: 'rule', id: rule.id }, nearestName(id, ids))
    }
  }
}

function checkRule(
  rule: RuleFile,
  at: Place,
  fail: (found: string, expected: string, at: Place, nearest?: string) => never,
  oneOf: (value: string | undefined, known: ReadonlySet<string>, what: string, at: Place) => void,
  phrases: (list: readonly string[] | undefined, at: Place) => void,
): void {
  for (const key of Object.keys(rule)) oneOf(key, ruleKeys, 'key', at)
  oneOf(rule.severity, severities, 'severity', at)
  if (!rule.legal?.length) fail(`rule "${rule.id}" without law`, 'legal: [{ cite: … }]', at)
  if (!rule.match && !rule.check) fail(`rule "${rule.id}" with neither match nor check`, 'match: … or check: <name>', at)
  for (const [key, text] of [['title', rule.title] as const, ...Object.entries(rule.messages ?? {})]) {
    if (!text?.en || !text?.ja) fail(`"${key}" of "${rule.id}" in one language only`, 'en: and ja:', at)
  }
  if (rule.reports !== false && !Object.keys(rule.messages ?? {}).length)
    fail(`rule "${rule.id}" without messages`, 'messages: { default: { en, ja } }', at)
  for (const { desc } of rule.rewrites ?? []) oneOf(desc, new Set(Object.keys(rule.suggestions ?? {})), 'suggestion', at)
  for (const setting of rule.unless ?? []) oneOf(setting, settings, 'setting', at)
  for (const pattern of rule.match?.effect ?? []) {
    for (const family of [...(pattern.family ?? []), ...(pattern.notFamily ?? [])]) oneOf(family, families, 'family', at)
    for (const type of pattern.target ?? []) oneOf(type, conceptTypes, 'target', at)
    oneOf(pattern.outcome, outcomes, 'outcome', at)
    for (const key of Object.keys(pattern)) oneOf(key, effectKeys, 'key', at)
  }
  for (const list of [rule.match?.phrase, rule.match?.except, rule.match?.settledBy, rule.match?.near]) {
    phrases(list?.en, at)
    phrases(list?.ja, at)
    for (const phrase of list?.en ?? [])
      if (/\w-\w/.test(phrase.replace(/\{[^}]*\}/g, '')))
        fail(`phrase "${phrase}" with a hyphen`, 'two words: "side effect" reads "side-effect" too', at)
  }
  oneOf(rule.match?.settledBy?.within, withins, 'within', at)
  oneOf(rule.match?.near?.within, withins, 'within', at)
  for (const key of Object.keys(rule.match ?? {})) oneOf(key, matchKeys, 'key', at)
  oneOf(rule.whenCited?.severity, severities, 'severity', at)
  if (rule.whenCited && !rule.messages[rule.whenCited.message])
    fail(`whenCited of "${rule.id}" names message "${rule.whenCited.message}"`, `one of ${Object.keys(rule.messages).join(', ')}`, at)
  if (!rule.examples?.invalid?.length && rule.reports !== false)
    fail(`rule "${rule.id}" without examples`, 'examples: { invalid: […], valid: […] }', at)
}

interface Place {
  readonly kind: 'row' | 'rule' | 'pack'
  readonly id: string
}

/** File and line of the row or rule with that id. */
function locate(at: Place, sources: ReadonlyMap<string, SourceFile>): { file?: string; line?: number } {
  for (const source of sources.values()) {
    const { value } = source
    if (Array.isArray(value)) {
      const index = value.findIndex((row: { id?: string } | null) => row?.id === at.id)
      if (at.kind === 'row' && index >= 0) return { file: source.path, line: source.lineOf([index]) }
    } else if (at.kind !== 'row' && (value as { id?: string } | null)?.id === at.id) {
      return { file: source.path, line: 1 }
    }
  }
  return {}
}

const targetTypes = [
  'disease', 'symptom', 'abnormal-state', 'natural-state', 'marker', 'pathogen', 'body-part', 'function', 'wellbeing', 'deficiency',
  'drug-or-therapy', 'drug-class', 'nutrient',
] // biome-ignore format: a table
const conceptTypes = new Set([...targetTypes, 'act', 'agent', 'other-agent', 'qualifier', 'population', 'evidence', 'lexical'])
const families = new Set([
  'heal', 'prevent', 'mitigate', 'lower', 'raise', 'preserve', 'restore', 'detect', 'serve', 'cause', 'substitute', 'augment', 'respond', 'name',
]) // biome-ignore format: a table
const settings = new Set([
  'negated', 'hedged', 'question', 'conditional', 'referral', 'warning', 'attributed', 'quoted', 'counterfactual', 'concession', 'instruction',
]) // biome-ignore format: a table
const valences = new Set(['good', 'bad', 'level'])
const frames = new Set(['object', 'subject', 'noun', 'adjective'])
const parts = new Set(['verb', 'noun', 'adjective', 'fixed'])
const reaches = new Set(['forward', 'backward', 'clause', 'sentence', 'both'])
const outcomes = new Set(['benefit', 'harm', 'none'])
const severities = new Set(['error', 'warning', 'info'])
const statuses = new Set(['authorised', 'qualified', 'notified'])
const authorisedKeys = new Set([
  'id', 'status', 'cite', 'url', 'verified', 'supplements', 'model', 'substance', 'disease', 'elements', 'never', 'note',
]) // biome-ignore format: a table
const surfaceKeys = new Set(['text', 'pos', 'frame', 'links', 'notBefore', 'notAfter', 'onlyBefore', 'onlyAfter', 'exact', 'weak'])
const effectKeys = new Set([
  'outcome',
  'family',
  'notFamily',
  'target',
  'concept',
  'notConcept',
  'act',
  'with',
  'without',
  'population',
  'settings',
  'knownHealthClaim',
  'by',
])
const withins = new Set(['sentence', 'block', 'article'])
const matchKeys = new Set(['effect', 'evidence', 'phrase', 'authorised', 'except', 'settledBy', 'near', 'cited', 'needs'])
const ruleKeys = new Set([
  'id', 'title', 'severity', 'since', 'legal', 'why', 'line', 'aliases', 'scope', 'match', 'check', 'yields', 'reports', 'unless', 'whenCited', 'replaces',
  'messages', 'suggestions', 'rewrites', 'options', 'fixable', 'examples',
]) // biome-ignore format: a table
