import { expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/config.js'
import { testEngine } from '../../engine.js'

const disclaimer =
  '<p><b>* This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.</b></p>'

/** What the finding on a claim in a page's metadata calls the place. */
const called = async (head: string, path: string, locale: 'en' | 'ja' = 'en'): Promise<string | undefined> => {
  const body = path.endsWith('.md') ? 'Magnesium supports memory.\\*\n\n' : '<p>Magnesium supports memory.*</p>'
  const config = { ...defaultConfig, locale }
  const { findings } = await (await testEngine()).lint(`${head}\n${body}${disclaimer}\n`, { path, config })
  return findings.find(({ rule }) => rule === 'us-fda/claim-in-metadata')?.data.field
}

it('calls a field of the front matter by its key, nested ones by their path', async () => {
  expect(await called('---\ndescription: Supports restful sleep\n---\n', 'a.md')).toBe('The front matter field “description”')
  expect(await called('---\nseo:\n  description: Supports restful sleep\n---\n', 'a.md')).toBe('The front matter field “seo.description”')
  expect(await called('---\ndescription: Supports restful sleep\n---\n', 'a.md', 'ja')).toBe('フロントマターの「description」')
})

it('calls the title of a page and the fields of its head what they are', async () => {
  expect(await called('<head><title>Capsules that support memory</title></head>', 'a.html')).toBe('The page title')
  expect(await called('<head><meta property="og:description" content="Supports restful sleep"></head>', 'a.html')).toBe(
    'The metadata field “og:description”',
  )
  const jsonLd = '<script type="application/ld+json">{"@type":"Product","description":"Supports restful sleep"}</script>'
  expect(await called(jsonLd, 'a.html')).toBe('The structured data field “description”')
})
