import type { Nodes, Parents } from 'mdast'
import type { Span } from '../../core/span.js'
import { blankOut } from '../prepared.js'
import { hideTemplates } from '../templates.js'

/** A node that `remark-mdx` adds to the kinds that Markdown has. */
export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

/** The opening tag of a JSX element, and its closing one, if it has any. An element without a name (`<>`) has tags nobody sees. */
export function tagsOf(element: JsxElement, text: string): { readonly opening: Span; readonly closing?: Span } {
  const { start, end } = spanOf(element)
  const last = element.attributes.at(-1)?.position?.end.offset ?? start + 1 + (element.name?.length ?? 0)
  const close = text.indexOf('>', last)
  const opening = { start, end: close < 0 || close >= end ? end : close + 1 }
  const from = text.lastIndexOf('</', end)
  return from >= opening.end ? { opening, closing: { start: from, end } } : { opening }
}

/**
 * What the block reader sees of an MDX text: expressions blanked, letter for letter; comments as instructions; JSX attribute values that
 * are plain strings as HTML has them. `{"text"}` is text.
 */
export function hideExpressions(root: Parents, text: string): string {
  let hidden = text
  for (const { start, end } of expressionsIn(root, text)) {
    const raw = text.slice(start, end)
    const shown = /^\{\s*\/\*[\s\S]*\*\/\s*\}$/.test(raw) ? `<?${raw.slice(1, -1).replace(/[?>]/g, ' ')}` : blankOut(raw)
    hidden = hidden.slice(0, start) + (shown.length < raw.length ? `${shown.padEnd(raw.length - 1)}>` : shown) + hidden.slice(end)
  }
  return attributesAsHtml(root, text, hidden)
}

/** The text of an expression that is nothing but a string: `{"…"}`. */
export function literalIn(text: string, { start, end }: Span): Span | undefined {
  const literal = /^\{\s*(["'`])([^\\{}$"'`]*)\1\s*\}$/.exec(text.slice(start, end))
  if (!literal) return undefined
  const from = start + literal[0].indexOf(literal[1]!) + 1
  return { start: from, end: from + literal[2]!.length }
}

function expressionsIn(node: Nodes, text: string): Span[] {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    const span = spanOf(node)
    return literalIn(text, span) ? [] : [span]
  }
  return 'children' in node ? node.children.flatMap((child) => expressionsIn(child, text)) : []
}

/** In each opening tag `={…}` becomes what HTML can read, as in templates. */
function attributesAsHtml(node: Nodes, text: string, hidden: string): string {
  let result = hidden
  const visit = (each: Nodes): void => {
    if (each.type === 'mdxJsxFlowElement' || each.type === 'mdxJsxTextElement') {
      const { start, end } = tagsOf(each, text).opening
      result = result.slice(0, start) + hideTemplates(result.slice(start, end), 'html') + result.slice(end)
    }
    if ('children' in each) for (const child of each.children) visit(child)
  }
  visit(node)
  return result
}

const spanOf = (node: Nodes): Span => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 })
