import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { WEAPP } from '../support/weapp/bundle'
import {
  type AppJson,
  routesOf,
  subpackagesOf,
  themed,
  type ThemeJson,
} from '../support/weapp/platform/app-json'

const read = (file: string): unknown => JSON.parse(readFileSync(`${WEAPP}/${file}`, 'utf8'))
const app = read('app.json') as AppJson
const themes = read(app.themeLocation ?? 'theme.json') as ThemeJson

describe('app.json', () => {
  it.each(routesOf(app))('names a page that exists: %s', (route) => {
    for (const kind of ['js', 'json', 'wxml']) {
      expect(existsSync(`${WEAPP}/${route}.${kind}`)).toBe(true)
    }
  })

  it('names every page of the source', () => {
    const pages = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.config.ts'))
      .map((path) => `pages/${path.replace(/\.config\.ts$/, '')}`)
    expect(routesOf(app)).toEqual(expect.arrayContaining(pages))
  })

  it('keeps the tabs, and nothing else, in the main package', () => {
    expect(app.pages).toEqual(app.tabBar?.list.map((tab) => tab.pagePath))
  })

  it('loads each subpackage ahead of need', () => {
    const preloaded = Object.values(app.preloadRule ?? {}).flatMap((rule) => rule.packages)
    expect(new Set(preloaded)).toEqual(new Set(subpackagesOf(app).map(({ root }) => root)))
  })

  it('runs code only where a page needs it', () => {
    expect(app.lazyCodeLoading).toBe('requiredComponents')
  })

  it.each(['light', 'dark'] as const)('knows every colour and icon of the %s theme', (theme) => {
    const told = themed(app, themes, theme)
    expect(JSON.stringify(told)).not.toContain('"@')
    for (const { iconPath, selectedIconPath } of told.tabBar!.list) {
      expect(existsSync(`${WEAPP}/${iconPath}`)).toBe(true)
      expect(existsSync(`${WEAPP}/${selectedIconPath}`)).toBe(true)
    }
  })
})
