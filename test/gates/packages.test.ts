import { existsSync, readFileSync } from 'node:fs'
import { hitsIn } from '../support/gates/code-hits'

interface Locked {
  version?: string
  license?: string
  resolved?: string
  dev?: boolean
  devOptional?: boolean
}
interface Manifest {
  license?: string | { type: string }
  licenses?: { type: string }[]
}

const lockText = readFileSync('package-lock.json', 'utf8')
const lock = JSON.parse(lockText) as { packages: Record<string, Locked> }
/** What `npm ci --omit=dev` installs; the empty package that stands in for a reporter is ours. */
const production = Object.entries(lock.packages).filter(
  ([path, { dev }]) =>
    path.startsWith('node_modules/') && dev !== true && !/empty-package|@jmfe/.test(path),
)

/** Licences that may be shipped inside a program under MIT. */
const COMPATIBLE = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'],
  ...['Unlicense', 'CC0-1.0', 'BlueOak-1.0.0', 'Python-2.0', 'WTFPL', 'PostgreSQL', 'Zlib'],
  // Data and texts, attributed where they come from.
  ...['CC-BY-3.0', 'CC-BY-4.0'],
])

/**
 * Packages that come along, are not changed, and are no part of what we build: no bundle may hold
 * any of them. Each with its licence as found, and why it is there.
 */
const BESIDES = new Map([
  ['webpack-chain', 'MPL-2.0: a build tool that @tarojs/taro depends on for its types'],
  ['codesandbox-import-utils', 'LGPL-3.0: comes with NutUI for its documentation'],
  ['codesandbox-import-util-types', 'LGPL-3.0: comes with NutUI for its documentation'],
  ['@cloudbase/signature-nodejs', 'unstated: part of the platform’s own wx-server-sdk'],
  ['@cloudbase/wx-cloud-client-sdk', 'unstated: part of the platform’s own wx-server-sdk'],
])

/**
 * LGPL-3.0: the shared library that sharp loads at run time, as its authors built it; whoever runs
 * the product may put another in its place.
 */
const LIBVIPS = /^@img\/sharp-(libvips-|wasm32|win32-)/

/** Whether an SPDX expression leaves us a compatible choice. */
function isCompatible(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => COMPATIBLE.has(licence.trim())))
}

/** The licence as the installed package states it; the lock's where it is not for this machine. */
function licenceOf(path: string, locked: Locked): string {
  if (!existsSync(`${path}/package.json`)) return locked.license ?? 'unknown'
  const manifest = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as Manifest
  const { license, licenses } = manifest
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown'
}

describe('the packages that the product is made of', () => {
  it('have licences that go with MIT', () => {
    const others = production
      .map(([path, locked]) => ({ path, licence: licenceOf(path, locked) }))
      .filter(({ licence }) => !isCompatible(licence))
      .map((one) => ({ ...one, name: one.path.replace(/^.*node_modules\//, '') }))
      .filter(({ name }) => !BESIDES.has(name) && !LIBVIPS.test(name))
    expect(production.length).toBeGreaterThan(50)
    expect(others).toEqual([])
  })

  it.each([...BESIDES.keys()])('leave %s out of every bundle', (name) => {
    const bundles = ['dist/weapp', 'dist/h5', 'dist/cloud'].filter((folder) => existsSync(folder))
    expect(bundles.length).toBeGreaterThan(0)
    const inBundles = bundles.flatMap((folder) =>
      hitsIn(folder, new RegExp(`node_modules/${name}/|require\\(["']${name}["']\\)`)),
    )
    expect(inBundles).toEqual([])
  })

  it('leave what sharp loads out of every bundle', () => {
    expect(hitsIn('dist/cloud', /@img\/sharp/)).toEqual([])
  })

  it('are told from incompatible ones', () => {
    expect(isCompatible('GPL-3.0-only')).toBe(false)
    expect(isCompatible('MIT AND GPL-2.0')).toBe(false)
    expect(isCompatible('(GPL-2.0 OR MIT)')).toBe(true)
    expect(isCompatible('SEE LICENSE IN LICENSE')).toBe(false)
  })
})

describe('package-lock.json', () => {
  it('names no registry, so that everybody installs from their own', () => {
    const resolved = Object.values(lock.packages)
      .map(({ resolved: address }) => address)
      .filter((address) => address !== undefined && /^https?:/.test(address))
    expect(resolved).toEqual([])
    expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/)
  })

  it('agrees with package.json', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>
    const root = lock.packages[''] as unknown as Record<string, object>
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(root[kind]).toEqual(manifest[kind])
    }
  })
})
