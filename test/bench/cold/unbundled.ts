import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'

const ROOT = path.resolve(__dirname, '../../..')
/** Of `src` what runs in the cloud. */
const ROOMS = ['cloud', 'contract', 'domain']

/**
 * Writes the sources as a tree of CommonJS files, one for one and minified by nobody, beside the installed
 * packages: what a function would be if it were not bundled. Gives the file of the function `api`.
 */
export function writeUnbundled(directory: string): string {
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'))
  for (const room of ROOMS) {
    const from = path.join(ROOT, 'src', room)
    for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.ts')) writeOne(directory, path.join(room, file))
    }
  }
  return path.join(directory, 'src/cloud/hosts/wechat-function/api.js')
}

function writeOne(directory: string, file: string): void {
  const { code } = transformSync(readFileSync(path.join(ROOT, 'src', file), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    platform: 'node',
    target: 'node16',
    supported: { 'dynamic-import': false },
    sourcefile: file,
  })
  const output = path.join(directory, 'src', file.replace(/\.ts$/, '.js'))
  mkdirSync(path.dirname(output), { recursive: true })
  const up = path.relative(path.dirname(file), '.') || '.'
  writeFileSync(output, code.replaceAll('require("@/', `require("${up}/`))
}
