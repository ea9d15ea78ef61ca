import type { Article } from '../core/document.js'
import type { Effect } from '../core/sentence.js'
import { textContains } from '../core/span.js'
import type { LocatedSentence } from './located.js'

/** Works for those who diagnose and treat, and on how common a disease is. */
const OF_CARE =
  /\b(?:guidelines?|guidance|diagnos[ei]s|diagnosing|epidemiology|prevalence|incidence|burden|pathophysiology|pathogenesis|classification|handbook|textbook|atlas|consensus|fact sheets?|statistics)\b|ガイドライン|手引き?|診療|診断|疫学|有病率|罹患|病態|分類|ハンドブック|教科書|統計|白書|基礎知識/i

/**
 * "Guideline for the management of gout", 冬の感染症の手引き: what is cited names the care of a disease and no ingredient, so it refers to no use of
 * what is sold (21 CFR 101.93(g)(2)(iv)(C)).
 */
export function isOfCare({ block, sentence }: LocatedSentence, effect: Effect, articles: readonly Article[]): boolean {
  if (block.is !== 'reference') return false
  const entry = articles[block.article]?.references.find(
    (reference) => reference.block === block.index && effect.parts.some((part) => textContains(reference.at, part)),
  )
  if (!entry || !OF_CARE.test(entry.text)) return false
  return !sentence.concepts.some(({ concept, at }) => /^(?:ingredient|product)\./.test(concept) && textContains(entry.at, at))
}
