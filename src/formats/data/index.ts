import { readCsv } from './csv.js'
import { dataFormat } from './data.js'
import { readJson, readJsonLines } from './json.js'
import { readYaml } from './yaml.js'

export const json = dataFormat('json', ['.json'], readJson)
export const jsonLines = dataFormat('jsonl', ['.jsonl', '.ndjson'], readJsonLines)
export const yaml = dataFormat('yaml', ['.yaml', '.yml'], readYaml)
export const csv = dataFormat('csv', ['.csv', '.tsv'], readCsv)
