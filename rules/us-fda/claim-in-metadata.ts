import type { ReadBlock } from '../../src/core/document.js'
import type { Check } from '../../src/core/rule.js'
import { linkedArticles, owesDisclaimer } from './linking.js'
import { callsOf } from './reach.js'

/** Search results and cards show titles, descriptions and alt text alone, where no disclaimer can be seen. */
export const claimInMetadata: Check = (context, report) => {
  if (!owesDisclaimer(context)) return
  const { blocks } = context.document
  for (const linked of linkedArticles(context)) {
    for (const claim of linked.elsewhere) {
      const block = blocks[claim.block]!
      if (callsOf(claim, linked.article, blocks).some((marker) => marker.notice !== undefined)) continue
      report(claim.span, block.role === 'alt-text' ? 'alt' : 'default', {
        data: { field: nameOf(block)[context.config.locale] },
        article: linked.index,
        claim: claim.id,
      })
    }
  }
}

/** How a writer would call the place: `front-matter:seo.description` is "The front matter field “seo.description”". */
function nameOf({ field, role }: ReadBlock): { en: string; ja: string } {
  const [, source, key] = /^(front-matter|json-ld):(.+)$/.exec(field ?? '') ?? []
  if (source === 'front-matter') return { en: `The front matter field “${key}”`, ja: `フロントマターの「${key}」` }
  if (source === 'json-ld') return { en: `The structured data field “${key}”`, ja: `構造化データの「${key}」` }
  if (field === 'title') return { en: 'The page title', ja: 'ページのタイトル' }
  return { en: `The metadata field “${field ?? role}”`, ja: `メタ情報の「${field ?? role}」` }
}
