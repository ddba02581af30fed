import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { writeFigures } from '../support/figures'
import { WEAPP } from '../support/weapp/bundle'
import { packageSizes } from '../support/weapp/packages'
import type { AppJson } from '../support/weapp/platform/app-json'

const KB = 1024
const app = JSON.parse(readFileSync(`${WEAPP}/app.json`, 'utf8')) as AppJson
const packages = packageSizes(WEAPP, app)
const total = packages.reduce((sum, { bytes }) => sum + bytes, 0)

describe('the packages of the mini-program', () => {
  beforeAll(() => {
    const gzipped = packages
      .flatMap(({ files }) => files)
      .reduce((sum, { path }) => sum + gzipSync(readFileSync(`${WEAPP}/${path}`)).length, 0)
    const line = (name: string, bytes: number) =>
      `${name.padEnd(24)}${String(bytes).padStart(9)} bytes ${(bytes / KB).toFixed(1).padStart(8)} KB`
    writeFigures('package-size', 'Bytes per package of the mini-program', [
      ...packages.map(({ name, bytes }) => line(name, bytes)),
      line('total', total),
      line('total, gzipped', gzipped),
      'largest files:',
      ...packages
        .flatMap(({ files }) => files)
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, 8)
        .map(({ path, bytes }) => line(`  ${path}`, bytes)),
    ])
  })

  it('keep the main package within 450 KB', () => {
    expect(packages[0]!.bytes).toBeLessThanOrEqual(450 * KB)
  })

  it('keep what a resident’s phone fetches ahead of need within 1 MB, and all within 1.5 MB', () => {
    const tabs = new Set(app.tabBar!.list.map(({ pagePath }) => pagePath))
    const ahead = Object.entries(app.preloadRule ?? {})
      .filter(([page]) => tabs.has(page))
      .flatMap(([, rule]) => rule.packages)
    const fetched = packages.filter(
      ({ name }, index) => index === 0 || ahead.some((root) => name.startsWith(root)),
    )
    expect(fetched.length).toBeGreaterThan(6)
    expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1024 * KB)
    expect(total).toBeLessThanOrEqual(1536 * KB)
  })

  it('keep every subpackage within the platform’s 2 MB, and none is empty', () => {
    for (const { bytes } of packages) {
      expect(bytes).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(2048 * KB)
    }
  })
})
