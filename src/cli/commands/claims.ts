import { nearestName } from '../../core/setup-error.js'
import { inventories } from '../../reporters/inventories.js'
import { inventoryOf, type ListedDocument } from '../../reporters/inventory.js'
import { type SelectOptions, select } from '../articles.js'
import { CliError } from '../cli-error.js'
import type { Session } from '../session.js'
import { writeFileAtomically } from '../write.js'

export interface ClaimsOptions extends SelectOptions {
  readonly format?: string
  readonly outputFile?: string
}

/** Lists every claim, the lawful ones too. Shows and does not judge: 0, or 2 when a file could not be read. */
export async function claimsCommand(paths: readonly string[], session: Session, options: ClaimsOptions): Promise<number> {
  const format = options.format ?? 'json'
  const load = Object.hasOwn(inventories, format) ? inventories[format] : undefined
  if (!load) {
    const nearest = nearestName(format, Object.keys(inventories))
    throw new CliError(
      `unknown format "${format}" for claims; known are ${Object.keys(inventories).join(', ')}.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    )
  }
  if (format === 'xlsx' && options.outputFile === undefined)
    throw new CliError('a workbook needs a file: --format xlsx --output-file claims.xlsx')
  const { articles } = await select(paths, session, options)
  const documents: ListedDocument[] = []
  let couldNot = false
  for await (const loaded of articles) {
    if (!loaded) {
      couldNot = true
      continue
    }
    const result = await session.lint(loaded)
    for (const rule of result.crashed) session.note(`${loaded.target.shown}: the rule ${rule} crashed; its verdicts are missing`)
    if (result.crashed.length > 0) couldNot = true
    const { packs } = await session.engine(loaded.settings.packs)
    documents.push(inventoryOf(result, loaded.target.shown, loaded.settings.lint.markets, packs))
  }
  const text = (await load())(documents, await session.locale())
  if (options.outputFile !== undefined) writeFileAtomically(options.outputFile, text, session.streams.cwd)
  else if (typeof text === 'string') session.streams.stdout.write(text)
  return couldNot ? 2 : 0
}
