/**
 * `npm run read-stack -- cloud/api < line.txt`: what stands on standard input, with the places in a
 * bundle told as places in the sources, by the maps of the same build.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readStack } from './builds/read-stack'

const root = path.resolve(__dirname, '..')
const bundle = process.argv[2] ?? 'cloud/api'
if (existsSync(path.join(root, 'dist/maps', bundle))) {
  process.stdout.write(readStack(readFileSync(0, 'utf8'), root, bundle))
} else {
  process.stderr.write(`There are no maps of ${bundle}: npm run build:cloud, at the same commit.\n`)
  process.exitCode = 1
}
