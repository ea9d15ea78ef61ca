import type { Claim } from '../../src/core/claim.js'
import type { Reference } from '../../src/core/document.js'
import type { Check } from '../../src/core/rule.js'

/** Titles of work on animals or cells. */
const otherSubjects =
  /\b(?:rats?|mice|mouse|murine|rodents?|zebrafish|rabbits?|dogs?|canine|pigs?|porcine|hamsters?|monkeys?|drosophila|in vitro|cell lines?|cultured cells?|HepG2|Caco-2)\b|ラット|マウス|ゼブラフィッシュ|ウサギ|モルモット|培養細胞|動物モデル/iu
/** Words by which a sentence says so itself. */
const saysSo = /\b(?:animals?|preclinical|pre-clinical|cells?|laborator(?:y|ies))\b|動物|細胞|試験管|前臨床|非臨床/iu
/** A review may include animal work beside work on people. */
const review = /\b(?:review|meta-analysis|overview)\b|総説|レビュー|メタ(?:分析|解析)/iu

/** A claim about people that rests on work about animals or cells, as the title of the cited work shows. */
export const referenceRelevance: Check = ({ document, claims }, report) => {
  const seen = new Set<string>()
  for (const claim of claims) {
    if (!isAboutPeople(claim)) continue
    const article = document.articles[claim.article]!
    const cited = claim.citations.flatMap((index) => {
      const citation = article.citations[index]!
      return citation.reference === undefined ? [] : [{ citation, reference: article.references[citation.reference]! }]
    })
    if (cited.length === 0) continue
    const subjects = cited.map(({ reference }) => subjectOf(reference))
    // one work on people is enough
    if (subjects.some((subject) => subject === undefined)) continue
    const { citation, reference } = cited[0]!
    const key = `${claim.article}:${citation.span.start}`
    if (seen.has(key)) continue
    seen.add(key)
    const block = document.blocks[claim.block]!
    const words = block.text.slice(claim.sentence.at.from, claim.sentence.at.to)
    if (otherSubjects.test(words) || saysSo.test(words)) continue
    report(citation.span, 'default', {
      data: { label: reference.label ?? citation.text, subject: subjects[0]! },
      related: [{ span: reference.span, message: 'work' }],
      suggestions: [{ desc: 'rewrite', edits: [] }],
      article: claim.article,
      claim: claim.id,
    })
  }
}

const kinds: ReadonlySet<Claim['kind']> = new Set(['study', 'structure-function', 'disease', 'general-wellbeing', 'deficiency'])

const isAboutPeople = ({ kind, evidence }: Claim): boolean =>
  kinds.has(kind) && evidence?.kind !== 'animal' && evidence?.kind !== 'in-vitro'

/** The words of the title that name animals or cells; undefined where it names none, or is a review. */
function subjectOf({ title, text }: Reference): string | undefined {
  const words = title?.text ?? text
  return review.test(words) ? undefined : otherSubjects.exec(words)?.[0]
}
