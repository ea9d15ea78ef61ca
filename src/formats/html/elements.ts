/** Elements that begin and end a block of their own. */
export const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul'.split(
    ' ',
  ),
)

/** Elements whose content is no part of what a reader sees. */
export const SKIPPED_ELEMENTS = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'rt',
  'rp',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
])

/** Elements whose content no text reader can see. */
export const MEDIA_ELEMENTS = new Set(['iframe', 'video', 'audio', 'object', 'embed', 'canvas'])

/** Landmarks as `Block.landmark` names them. */
export const LANDMARKS = new Set(['footer', 'nav', 'aside', 'header'])

/** What an inline element does to its text. */
export const INLINE_MARKS: ReadonlyMap<string, 'emphasis' | 'strong' | 'superscript' | 'subscript' | 'ruby-base' | 'code'> = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['ruby', 'ruby-base'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
] as const)
