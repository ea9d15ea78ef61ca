// What the linter's findings and claims make of labelled records: figures and errors. score.mjs and sets.mjs score by this.
import { answers, isLawfulSf, mayBeStudy, RULES } from './labels.mjs'

/** ESLint's numbers, as the JSON report writes them; 3 is info. */
const severities = { 1: 'warning', 2: 'error', 3: 'info' }
/** The file a record is linted as. */
export const nameOf = ({ id, format }) => `${id}.${{ text: 'txt', markdown: 'md', html: 'html' }[format] ?? 'txt'}`

const LABEL_OF = {
  disease: ['disease_claim', 'us_disease_claim'],
  study: ['study_claim_uncited'],
  absolute: ['ftc_absolute'],
  nutrient: ['nutrient_content_claim'],
}

/** label -> does this record carry it? given { us, jp: messages above info, claims } and the truth */
const LABELS = {
  disease_claim: ({ us }) => us.some((m) => answers('disease', m.ruleId)),
  us_disease_claim: ({ us }) => us.some((m) => answers('disease', m.ruleId)),
  sf_claim: ({ claims }) => claims.some((c) => isLawfulSf(c.kind, c.verdicts?.us?.rules)),
  us_sf_claim: ({ claims }) => claims.some((c) => isLawfulSf(c.kind, c.verdicts?.us?.rules)),
  study_claim_uncited: ({ us }, truth) =>
    us.some((m) => answers('study', m.ruleId) && (truth || !mayBeStudy(m.ruleId, severities[m.severity]))),
  ftc_absolute: ({ us }) => us.some((m) => answers('absolute', m.ruleId)),
  nutrient_content_claim: ({ us }) => us.some((m) => answers('nutrient', m.ruleId)),
  authorized_health_claim: ({ claims }) => claims.some((c) => c.kind === 'health-claim' && c.verdicts?.us?.status !== 'prohibited'),
  jp_disease_claim: ({ jp }) => jp.some((m) => answers('jp_disease_claim', m.ruleId)),
  jp_body_function: ({ jp }) => jp.some((m) => answers('jp_body_function', m.ruleId)),
  jp_superlative_or_guarantee: ({ jp }) => jp.some((m) => answers('jp_superlative_or_guarantee', m.ruleId)),
  jp_testimonial: ({ jp }) => jp.some((m) => answers('jp_testimonial', m.ruleId)),
}

const tally = () => ({ tp: 0, fp: 0, fn: 0 })
function tallyIn(table, key) {
  table[key] ??= tally()
  return table[key]
}
const rates = ({ tp, fp, fn }) => {
  const p = tp + fp ? tp / (tp + fp) : 1,
    r = tp + fn ? tp / (tp + fn) : 1
  return { tp, fp, fn, precision: p, recall: r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

/**
 * `seenOf`: a record -> `{ us, jp, claims }`, the messages and claims of its text as the JSON report lists them; `jp` may be missing.
 * Gives `{ records, errorFindings, rightErrorFindings, byHardness, sentences, arguable, documents, errors }`; tables have counts and rates.
 */
export function scoreOf(records, seenOf) {
  const sentences = {},
    arguable = {},
    documents = {},
    byHardness = {},
    total = tally(),
    errors = []
  let errorFindings = 0,
    rightErrorFindings = 0
  for (const r of records) {
    const seen = { us: [], jp: [], claims: [], ...seenOf(r) }
    const isDocument = Array.isArray(r.expect)
    if (!isDocument) {
      // precision at severity error: a disease, study, absolute or nutrient rule that reports where no such label is true (arguable ones left out)
      for (const m of seen.us.filter((x) => x.severity === 2)) {
        const kind = ['disease', 'study', 'absolute', 'nutrient'].find((k) => answers(k, m.ruleId))
        const label = Object.keys(r.labels).find((l) => LABEL_OF[kind]?.includes(l))
        if (!label || (r.arguable && (!r.arguable_labels || r.arguable_labels.includes(label)))) continue
        errorFindings++
        if (r.labels[label] || (kind === 'study' && mayBeStudy(m.ruleId, severities[m.severity]))) rightErrorFindings++
      }
      byHardness[r.hard] ??= {}
      const hardness = byHardness[r.hard]
      const counted = { ...seen, us: seen.us.filter((m) => m.severity !== 3), jp: seen.jp.filter((m) => m.severity !== 3) }
      for (const [label, truth] of Object.entries(r.labels)) {
        if (!LABELS[label]) continue
        const doubt = r.arguable && (!r.arguable_labels || r.arguable_labels.includes(label))
        const guess = LABELS[label](counted, truth),
          t = tallyIn(doubt ? arguable : sentences, label)
        const counts = doubt ? [t] : [t, tallyIn(hardness, label)]
        for (const c of counts) {
          c.n = (c.n ?? 0) + 1
          if (guess && truth) c.tp++
          else if (guess) c.fp++
          else if (truth) c.fn++
        }
        if (guess !== truth && !doubt)
          errors.push({
            id: r.id,
            label,
            wrong: guess ? 'false alarm' : 'missed',
            hard: r.hard,
            text: r.text,
            reason: r.reason,
            got: seen.us.concat(seen.jp).map((m) => m.ruleId),
          })
      }
      continue
    }
    const expected = new Set(r.expect.filter((e) => !e.arguable).map((e) => `${e.kind}:${e.line}`))
    const free = new Set([...(r.tolerate ?? []), ...r.expect.filter((e) => e.arguable)].map((e) => `${e.kind}:${e.line}`))
    const regimes = r.regime ?? ['US'],
      kinds = new Set()
    const kindsOf = [...Object.keys(RULES)].filter((k) => k.includes('_'))
    const disease = r.lang === 'ja' ? 'us_disease_claim' : 'disease_claim'
    const messages = [...(regimes.includes('US') ? seen.us : []), ...(regimes.includes('JP') ? seen.jp : [])]
    for (const m of messages) {
      for (const k of kindsOf)
        if (
          answers(k, m.ruleId) &&
          (m.severity !== 3 || k === 'reference_unused') &&
          !(mayBeStudy(m.ruleId, severities[m.severity]) && !expected.has(`${k}:${m.line}`)) &&
          !(k.endsWith('disease_claim') && k !== disease && !k.startsWith('jp'))
        )
          kinds.add(`${k}:${m.line}`)
    }
    // one finding may stand for several uncited sentences in a row: its related places answer for their lines
    for (const m of messages)
      if (answers('study', m.ruleId))
        for (const r2 of m.related ?? []) if (expected.has(`study_uncited:${r2.line}`)) kinds.add(`study_uncited:${r2.line}`)
    // references that are all uncited may be reported once, at the list or at its first entry
    if (messages.some((m) => m.ruleId === 'evidence/no-in-text-markers')) {
      for (const k of [...kinds]) if (k.startsWith('reference_unused') && !expected.has(k)) kinds.delete(k)
      for (const k of expected) if (k.startsWith('reference_unused')) kinds.add(k)
    }
    // a missing disclaimer may be reported at any line of the document
    const missing = [...expected].find((e) => e.startsWith('disclaimer_missing'))
    if (missing)
      for (const k of [...kinds])
        if (k.startsWith('disclaimer_missing')) {
          kinds.delete(k)
          kinds.add(missing)
        }
    for (const k of new Set([...expected, ...kinds])) {
      // a missing disclaimer may stand for the markers that then lead nowhere, or leave them their own findings
      if (free.has(k) || (missing && /^(marker_unresolved|sf_claim_unmarked):/.test(k))) continue
      const kind = k.split(':')[0],
        t = tallyIn(documents, kind)
      // no pack for Japanese law yet: its kinds are listed, and count in no total
      const all = kind.startsWith('jp_') ? tally() : total
      const [e, g] = [expected.has(k), kinds.has(k)]
      if (e && g) {
        t.tp++
        all.tp++
      } else if (g) {
        t.fp++
        all.fp++
      } else {
        t.fn++
        all.fn++
      }
      if (e !== g) errors.push({ id: r.id, document: k, wrong: g ? 'false alarm' : 'missed', topic: r.topic ?? r.note, text: r.text })
    }
  }
  const ratesOf = (rows) => Object.fromEntries(Object.entries(rows).map(([key, t]) => [key, rates(t)]))
  return {
    records: records.length,
    errorFindings,
    rightErrorFindings,
    byHardness: Object.fromEntries(
      Object.entries(byHardness).map(([h, ls]) => [
        h,
        Object.fromEntries(Object.entries(ls).map(([l, t]) => [l, { ...rates(t), n: t.n }])),
      ]),
    ),
    sentences: ratesOf(sentences),
    arguable: ratesOf(arguable),
    documents: { ...ratesOf(documents), ALL: rates(total) },
    errors,
  }
}
