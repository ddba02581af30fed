import { readdirSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import path from 'node:path'

const PLACE = /(?:[\w./\\-]*[/\\])?([\w-]+\.js):(\d+):(\d+)/g

/**
 * Text with the places of a bundle (`index.js:1:2345`) as places in the sources
 * (`src/cloud/dispatch.ts:80:11`), where the maps of `bundle` know them: `cloud/api`, `container`.
 */
export function readStack(text: string, root: string, bundle: string): string {
  const folder = path.join(root, 'dist/maps', bundle)
  const maps = new Map<string, SourceMap>()
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.map'))) {
    const payload = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as SourceMapPayload
    maps.set(name.replace(/\.map$/, ''), new SourceMap(payload))
  }
  return text.replace(PLACE, (written, file: string, line: string, column: string) => {
    const entry = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1)
    if (!entry || !('originalSource' in entry)) return written
    // As the bundle lies, not the map, which was put apart.
    const source = path.resolve(root, 'dist', bundle, entry.originalSource)
    const place = `${entry.originalLine + 1}:${entry.originalColumn + 1}`
    return `${path.relative(root, source)}:${place}`
  })
}
