import { execFileSync } from 'node:child_process'

interface Report {
  quality: { name: string; success: boolean }[]
  analysis: {
    files: { path: string; ext: string }[]
    modules: { id: string; path: string; errors?: unknown; buildError?: unknown }[]
  }
}

const output = execFileSync(process.execPath, ['test/support/gates/wechat-checks.cjs'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
/** WeChat's tool watches the folder and may say so after the report. */
const report = output.split('\n').find((line) => line.startsWith('{"quality"'))!
const { quality, analysis } = JSON.parse(report) as Report

describe('WeChat’s own checks of the built mini-program', () => {
  it('find nothing to improve (checkCodeQuality)', () => {
    expect(quality.length).toBeGreaterThan(8)
    expect(quality.filter(({ success }) => !success)).toEqual([])
  })

  it('find no error and no unused file (analyseCode)', () => {
    const { files, modules } = analysis
    expect(modules.length).toBeGreaterThan(8)
    expect(modules.filter(({ errors, buildError }) => errors ?? buildError)).toEqual([])
    const used = new Set(modules.map(({ path }) => path))
    const code = files.filter(({ ext }) => /^\.(js|wxml|wxss|wxs)$/.test(ext))
    expect(code.length).toBeGreaterThan(8)
    expect(code.filter(({ path }) => !used.has(path))).toEqual([])
  })
})
