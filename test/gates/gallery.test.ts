import { readFileSync } from 'node:fs'
import { filesUnder } from '../support/weapp/packages'
import { hitsIn } from '../support/gates/code-hits'

/** What the gallery alone says and is called. */
const ITS_OWN = /样样都看|pages\/gallery|gallery-(frame|part|stage)/
const KINDS = /\.(js|json|wxml|wxss|css|html)$/

interface App {
  subPackages: { root: string }[]
}

/** The pages that the app is told to have, as a build with this environment is told. */
function rootsFor(environment: Record<string, string>): string[] {
  const before = { ...process.env }
  Object.assign(process.env, environment)
  Object.assign(globalThis, { defineAppConfig: (config: object) => config })
  try {
    let app: App | undefined
    jest.isolateModules(() => {
      // oxlint-disable-next-line typescript/no-require-imports
      app = (require('@/app.config') as { default: App }).default
    })
    return app!.subPackages.map(({ root }) => root)
  } finally {
    process.env = before
  }
}

describe('the gallery', () => {
  it('is among the pages that npm start builds, and no others', () => {
    const gallery = 'pages/gallery'
    expect(rootsFor({ TARO_ENV: 'h5', LOCAL_PAGES: 'yes' })).toContain(gallery)
    expect(rootsFor({ TARO_ENV: 'h5', LOCAL_PAGES: '' })).not.toContain(gallery)
    expect(rootsFor({ TARO_ENV: 'weapp', LOCAL_PAGES: 'yes' })).not.toContain(gallery)
  })

  it.each(['dist/weapp', 'dist/h5'])('is not in %s', (folder) => {
    expect(hitsIn(folder, ITS_OWN, KINDS)).toEqual([])
  })

  it('would be found there', () => {
    const folder = 'src/pages/gallery'
    const files = filesUnder(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    for (const mark of ['样样都看', 'pages/gallery', 'gallery-frame', 'gallery-part']) {
      expect(files.some((text) => text.includes(mark) && ITS_OWN.test(mark))).toBe(true)
    }
  })
})
