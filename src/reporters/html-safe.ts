/** Text for HTML content and quoted attributes. Nothing of an article gets into a page any other way. */
export const safeHtml = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('\0', '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Stands in the head of every page that claimlint writes. */
export const generator = '<meta name="generator" content="claimlint">'
