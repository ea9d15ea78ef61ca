#!/usr/bin/env node
import { createHash } from 'node:crypto'
// Deterministic corpus generator for timing and scoring a health-claims linter. Plain Node >= 20, no dependencies.
//   node gen-corpus.mjs --out DIR --n 500 [--seed 1] [--mix en:5,ja:3,mixed:2] [--html 0.2] [--dirty 0.6] [--eol lf|crlf|mix]
// Article i depends only on (seed, i, options), so a corpus of 500 is the prefix of a corpus of 5,000.
// Writes DIR/<shard>/<name>.md|.html and DIR/manifest.json (every injected violation, every decoy: kind, file, line).
// Its words are in corpus-words.mjs.
import fs from 'node:fs'
import path from 'node:path'
import { EN, JA } from './corpus-words.mjs'

const VERSION = 1
const arg = (k, d) => {
  const i = process.argv.indexOf('--' + k)
  return i < 0 ? d : process.argv[i + 1]
}

export function prng(seedText) {
  let h = 2166136261
  for (const ch of seedText) h = Math.imul(h ^ ch.codePointAt(0), 16777619)
  let a = h >>> 0
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const r = {
    next,
    int: (n) => Math.floor(next() * n),
    pick: (xs) => xs[Math.floor(next() * xs.length)],
    chance: (p) => next() < p,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    sample(xs, k) {
      const c = xs.slice(),
        o = []
      while (o.length < k && c.length) o.push(c.splice(r.int(c.length), 1)[0])
      return o
    },
  }
  return r
}

const cap = (s) => s.charAt(0).toUpperCase() + s.slice(1)
function fill(tpl, L, r, ctx, extra = {}) {
  return tpl.replace(/\{(\w+)\}/g, (_, k) => {
    if (k in extra) return extra[k]
    if (k === 'ing') return ctx.ing
    if (k === 'Ing') return cap(ctx.ing)
    if (k === 'n') return String(2 + r.int(11))
    if (k === 'm') return String(20 + r.int(180))
    return r.pick(L[k])
  })
}

export function article(seed, i, opt) {
  const r = prng(`${seed}/${i}`)
  const total = opt.mix.reduce((a, m) => a + m[1], 0)
  let x = r.next() * total,
    lang = opt.mix[0][0]
  for (const [l, w] of opt.mix) {
    if (x < w) {
      lang = l
      break
    }
    x -= w
  }
  const html = r.chance(opt.html)
  const dirty = r.chance(opt.dirty)
  const target = Math.min(40960, Math.max(2048, Math.exp(Math.log(8192) + 0.7 * r.normal())))
  const main = lang === 'ja' ? JA : EN,
    other = lang === 'mixed' ? JA : main
  const ctx = { ing: r.pick(main.ing) },
    ctxO = { ing: r.pick(other.ing) }
  const style = r.pick(['footnote', 'bracket', 'authoryear'])
  const mark = r.pick(['*', '*', '*', '†'])
  const lines = [],
    violations = [],
    decoys = []
  let bytes = 0
  const esc = (s) => (html ? s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;') : s)
  const M = html ? mark : mark === '*' ? '\\*' : mark
  const put = (s, notes = []) => {
    lines.push(s)
    bytes += Buffer.byteLength(s) + 1
    for (const n of notes) (n.decoy ? decoys : violations).push({ kind: n.kind, line: lines.length, text: n.text })
  }
  const blank = () => put('')
  // budget of violations and decoys
  const kinds =
    lang === 'ja'
      ? [
          'disease.explicit',
          'disease.implied',
          'disease.citation-title',
          'study.uncited',
          'study.dangling-ref',
          'sf.no-mark',
          'sf.disclaimer-missing',
          'sf.disclaimer-wording',
          'sf.mark-unlinked',
        ]
      : [
          'disease.explicit',
          'disease.explicit',
          'disease.implied',
          'disease.citation-title',
          'study.uncited',
          'study.dangling-ref',
          'sf.no-mark',
          'sf.disclaimer-missing',
          'sf.disclaimer-wording',
          'sf.mark-unlinked',
        ]
  const plan = dirty ? r.sample(kinds, 1 + r.int(4)) : []
  const want = (k) => plan.includes(k)
  const doDisc = !want('sf.disclaimer-missing') && !want('sf.mark-unlinked')
  const badDisc = doDisc && want('sf.disclaimer-wording')
  const nref = 2 + r.int(6)
  const badRef = want('disease.citation-title') ? 1 + r.int(nref) : 0
  const names = ['Tanaka', 'Okafor', 'Lindqvist', 'Moreau', 'Silva', 'Novak', 'Haddad', 'Kimura', 'Bauer']
  const refAuthor = Array.from({ length: nref }, () => [r.pick(names), 2004 + r.int(20)])
  const refMark = (k) => {
    if (style === 'authoryear' && k <= nref) return ` (${refAuthor[k - 1][0]} et al., ${refAuthor[k - 1][1]})`
    if (html) return `<sup><a href="#ref-${k}">[${k}]</a></sup>`
    return style === 'footnote' ? `[^${k}]` : ` [${k}]`
  }
  const pend = [] // sentences that must appear once: [kind, decoy?, maker]
  if (want('disease.explicit'))
    for (let k = 1 + r.int(3); k--; ) pend.push(['disease.explicit', false, (L, c) => fill(r.pick(L.disease), L, r, c)])
  if (want('disease.implied')) pend.push(['disease.implied', false, (L, c) => fill(r.pick(L.impliedS), L, r, c)])
  if (want('study.uncited'))
    for (let k = 1 + r.int(2); k--; ) pend.push(['study.uncited', false, (L, c) => fill(r.pick(L.uncited), L, r, c)])
  if (want('study.dangling-ref'))
    pend.push([
      'study.dangling-ref',
      false,
      (L, c) =>
        fill(r.pick(L.cited), L, r, c, {
          ref: html
            ? `<sup><a href="#ref-${nref + 9}">[${nref + 9}]</a></sup>`
            : style === 'footnote'
              ? `[^${nref + 9}]`
              : ` [${nref + 9}]`,
        }),
    ])
  if (want('sf.no-mark')) pend.push(['sf.no-mark', false, (L, c) => fill(r.pick(L.sf), L, r, c) + (L === JA ? '。' : '.')])
  for (let k = r.int(4); k--; ) {
    const i2 = r.next()
    pend.push([
      'decoy',
      true,
      (L, c) => {
        const d = L.decoy[Math.floor(i2 * L.decoy.length)]
        return [d[0], fill(d[1], L, r, c)]
      },
    ])
  }
  // front matter / head
  const title = (lang === 'ja' ? `${ctx.ing}の読み物` : `Notes on ${ctx.ing}`) + ` ${i}`
  if (html) {
    put('<!doctype html>')
    put(`<html lang="${lang === 'ja' ? 'ja' : 'en'}">`)
    put(`<head><meta charset="utf-8"><title>${esc(title)}</title></head>`)
    put('<body>')
    put(`<h1>${esc(title)}</h1>`)
  } else {
    put('---')
    put(`title: "${title}"`)
    put(`lang: ${lang === 'ja' ? 'ja' : 'en'}`)
    put(`product: sku-${1000 + i}`)
    put(`tags: [supplement, ${r.pick(['guide', 'review', 'faq'])}]`)
    put('---')
    blank()
    put(`# ${title}`)
    blank()
  }
  let marks = 0
  const para = () => {
    const L = r.chance(0.3) ? other : main,
      c = L === main ? ctx : ctxO
    const n = 2 + r.int(5)
    const out = [],
      notes = []
    for (let k = 0; k < n; k++) {
      const roll = r.next()
      if (pend.length && roll < 0.12) {
        const [kind, decoy, mk] = pend.shift()
        const m = mk(L, c)
        const t = decoy ? m[1] : m
        out.push(html && t.includes('<sup>') ? t : esc(t))
        notes.push({ kind: decoy ? m[0] : kind, text: t, decoy })
      } else if (roll < 0.22) {
        const t = fill(r.pick(L.sf), L, r, c) + (L === JA ? '。' : '.')
        out.push(esc(t) + M)
        marks++
        if (want('sf.disclaimer-missing') || want('sf.mark-unlinked'))
          notes.push({ kind: want('sf.disclaimer-missing') ? 'sf.disclaimer-missing' : 'sf.mark-unlinked', text: t })
      } else if (roll < 0.3) {
        const k2 = 1 + r.int(nref)
        const t = fill(r.pick(L.cited), L, r, c, { ref: '\u0000' })
        out.push(esc(t).replace('\u0000', refMark(k2)))
      } else out.push(esc(fill(r.pick(L.neutral), L, r, c)))
    }
    // some Markdown files wrap lines; a note then points at the line its own sentence starts on
    if (!html && L !== JA && r.chance(0.3)) {
      for (let k = 0; k < out.length; k++) {
        const mine = notes.filter((q) => out[k].includes(esc(q.text).slice(0, 25)) && !q.used)
        mine.forEach((q) => {
          q.used = 1
        })
        put(out[k], mine)
      }
    } else put(html ? `<p>${out.join(L.sep)}</p>` : out.join(L.sep), notes)
    blank()
  }
  let sec = 0
  while (bytes < target || pend.length) {
    if (sec++ % 3 === 0) {
      put(html ? `<h2>${esc(r.pick(main.head))}</h2>` : `## ${r.pick(main.head)}`)
      blank()
    }
    const roll = r.next()
    if (roll < 0.1) {
      // table
      if (html) {
        put('<table>')
        put('<tr>' + main.tab.map((h) => `<th>${h}</th>`).join('') + '</tr>')
        for (let k = 2 + r.int(4); k--; )
          put(`<tr><td>${esc(r.pick(main.ing))}</td><td>${50 + r.int(900)} mg</td><td>${esc(r.pick(main.place))}</td></tr>`)
        put('</table>')
      } else {
        put(`| ${main.tab.join(' | ')} |`)
        put('|---|---:|---|')
        for (let k = 2 + r.int(4); k--; ) put(`| ${r.pick(main.ing)} | ${50 + r.int(900)} mg | ${r.pick(main.place)} |`)
      }
      blank()
    } else if (roll < 0.22) {
      // list, sometimes with marked claims
      if (html) put('<ul>')
      for (let k = 2 + r.int(4); k--; ) {
        const c = r.chance(0.3)
        const t = c ? fill(r.pick(main.sf), main, r, ctx) : fill(r.pick(main.neutral), main, r, ctx)
        if (c) marks++
        put(
          html ? `<li>${esc(t)}${c ? M : ''}</li>` : `- ${t}${c ? M : ''}`,
          c && !doDisc ? [{ kind: want('sf.disclaimer-missing') ? 'sf.disclaimer-missing' : 'sf.mark-unlinked', text: t }] : [],
        )
      }
      if (html) put('</ul>')
      blank()
    } else if (roll < 0.26) {
      put(
        html
          ? `<blockquote><p>${esc(fill(r.pick(main.neutral), main, r, ctx))}</p></blockquote>`
          : `> ${fill(r.pick(main.neutral), main, r, ctx)}`,
      )
      blank()
    } else if (roll < 0.28 && !html) {
      put('```text')
      put('lot: cure-temperature 40C; treat-ahead: no')
      put('```')
      blank()
    } else para()
  }
  if (!marks) {
    const t = fill(r.pick(main.sf), main, r, ctx) + (main === JA ? '。' : '.')
    put(
      html ? `<p>${esc(t)}${M}</p>` : t + M,
      doDisc ? [] : [{ kind: want('sf.disclaimer-missing') ? 'sf.disclaimer-missing' : 'sf.mark-unlinked', text: t }],
    )
    blank()
  }
  if (doDisc || (want('sf.mark-unlinked') && !want('sf.disclaimer-missing'))) {
    const t = badDisc ? r.pick(main.badDisc) : main.disc[0]
    const m = want('sf.mark-unlinked') ? '' : html ? mark : M // unlinked: the disclaimer stands there without its symbol
    put(html ? `<p class="disclaimer">${m}${esc(t)}</p>` : `${m}${t}`, badDisc ? [{ kind: 'sf.disclaimer-wording', text: t }] : [])
    blank()
  }
  put(html ? `<h2>${main.refs}</h2>` : `## ${main.refs}`)
  blank()
  if (html) put('<ol>')
  for (let k = 1; k <= nref; k++) {
    const bad = k === badRef
    const [a, y] = refAuthor[k - 1]
    const t = bad
      ? fill(r.pick(main.badTitle), main, r, ctx)
      : main === JA
        ? `${ctx.ing}${r.pick(JA.titles)}`
        : `${cap(r.pick(EN.titles))} ${ctx.ing} in healthy adults`
    const s = `${a} K, et al. ${t}. J Example Nutr. ${y};${1 + r.int(30)}(${1 + r.int(6)}):${10 + r.int(400)}.`
    put(
      html ? `<li id="ref-${k}">${esc(s)}</li>` : style === 'footnote' ? `[^${k}]: ${s}` : `${k}. ${s}`,
      bad ? [{ kind: 'disease.citation-title', text: t }] : [],
    )
  }
  if (html) {
    put('</ol>')
    put('</body>')
    put('</html>')
  }
  const eol = opt.eol === 'crlf' || (opt.eol === 'mix' && r.chance(0.15)) ? '\r\n' : '\n'
  const ext = html ? 'html' : 'md'
  const name = `${String(i).padStart(5, '0')}-${lang}-${
    ctx.ing
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'ja'
  }.${ext}`
  return {
    file: `${String(Math.floor(i / 100)).padStart(3, '0')}/${name}`,
    lang,
    format: ext,
    text: lines.join(eol) + eol,
    eol: eol === '\n' ? 'lf' : 'crlf',
    violations,
    decoys,
  }
}

export function generate({ out, n = 500, seed = '1', mix = 'en:5,ja:3,mixed:2', html = 0.2, dirty = 0.6, eol = 'mix' }) {
  const opt = {
    mix: mix.split(',').map((p) => {
      const [l, w] = p.split(':')
      return [l, +(w ?? 1)]
    }),
    html: +html,
    dirty: +dirty,
    eol,
  }
  const man = {
    generator: VERSION,
    seed,
    n,
    mix,
    html: +html,
    dirty: +dirty,
    eol,
    totals: { bytes: 0, violations: 0, decoys: 0, byKind: {}, byLang: {} },
    files: [],
  }
  for (let i = 0; i < n; i++) {
    const a = article(seed, i, opt)
    const p = path.join(out, a.file)
    fs.mkdirSync(path.dirname(p), { recursive: true })
    fs.writeFileSync(p, a.text)
    const bytes = Buffer.byteLength(a.text)
    man.files.push({
      file: a.file,
      lang: a.lang,
      format: a.format,
      eol: a.eol,
      bytes,
      sha256: createHash('sha256').update(a.text).digest('hex'),
      violations: a.violations,
      decoys: a.decoys,
    })
    man.totals.bytes += bytes
    man.totals.violations += a.violations.length
    man.totals.decoys += a.decoys.length
    man.totals.byLang[a.lang] = (man.totals.byLang[a.lang] ?? 0) + 1
    for (const v of a.violations) man.totals.byKind[v.kind] = (man.totals.byKind[v.kind] ?? 0) + 1
  }
  fs.writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(man, null, 1) + '\n')
  return man
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve(new URL(import.meta.url).pathname)) {
  const out = arg('out')
  if (!out) {
    console.error(
      'usage: gen-corpus.mjs --out DIR --n 500 [--seed 1] [--mix en:5,ja:3,mixed:2] [--html 0.2] [--dirty 0.6] [--eol lf|crlf|mix]',
    )
    process.exit(2)
  }
  const m = generate({
    out,
    n: +arg('n', 500),
    seed: arg('seed', '1'),
    mix: arg('mix', 'en:5,ja:3,mixed:2'),
    html: arg('html', 0.2),
    dirty: arg('dirty', 0.6),
    eol: arg('eol', 'mix'),
  })
  console.log(JSON.stringify({ out, n: m.n, ...m.totals }))
}
