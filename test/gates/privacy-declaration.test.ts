import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { namesInScript, privateCalls } from '../../config/privacy/calls'
import {
  callsOfBundle,
  declarationText,
  documentAt,
  misdeclared,
} from '../../config/privacy/declaration'
import { DECLARED_CALLS } from '../../config/privacy/declared'
import { PRIVATE_APIS } from '../../config/privacy/private-apis'

const root = path.resolve(__dirname, '../..')

describe('the privacy declaration', () => {
  const calls = callsOfBundle(root)

  it('says what the built mini-program calls, where, and app.json as much', () => {
    const app = JSON.parse(readFileSync(path.join(root, 'dist/weapp/app.json'), 'utf8')) as {
      requiredPrivateInfos: string[]
    }
    expect(calls.size).toBeGreaterThan(3)
    expect(misdeclared(calls, app.requiredPrivateInfos)).toEqual([])
  })

  it('lies in docs as it is (npm run privacy-declaration)', () => {
    expect(documentAt(root)).toBe(declarationText())
  })

  it('names the kind of information of each interface as the console does', () => {
    for (const { apis, information, purpose } of DECLARED_CALLS) {
      expect(PRIVATE_APIS[information] as readonly string[]).toEqual(
        expect.arrayContaining([...apis]),
      )
      expect(purpose.length).toBeGreaterThan(10)
    }
  })

  it('fails for a call that is new, in another package, gone, or not required in app.json', () => {
    const required = ['getFuzzyLocation']
    const added = new Map([...calls, ['getLocation', new Set(['main'])]])
    expect(misdeclared(added, required)).toEqual([
      'getLocation is called in main and is not declared.',
      'requiredPrivateInfos has to be [getFuzzyLocation,getLocation], and is [getFuzzyLocation].',
    ])
    const elsewhere = new Map([...calls, ['setClipboardData', new Set(['main', 'pages/queue'])]])
    expect(misdeclared(elsewhere, required)).toEqual([
      'setClipboardData is called in pages/queue, for what is not said.',
    ])
    const gone = new Map([...calls].filter(([name]) => name !== 'addPhoneCalendar'))
    expect(misdeclared(gone, required)).toEqual(['addPhoneCalendar is declared and not called.'])
    expect(misdeclared(calls, [])).toHaveLength(1)
  })
})

describe('a private interface is found', () => {
  it.each([
    ['as a member', 'wx.getLocation({})'],
    ['of a library', 'n.default.getLocation().then(f)'],
    ['by its name in brackets', 'wx["getLocation"]()'],
    ['where it is only there or not', 'wx?.getLocation?.()'],
    ['taken out of the interface', 'const {vibrateShort:v, getLocation:g}=wx;g()'],
    ['handed on', 'promised(wx.getLocation)'],
  ])('%s', (_, script) => {
    expect([...namesInScript(script)]).toEqual(['getLocation'])
  })

  it('as a button’s open-type and as a component', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'changlai-private-'))
    mkdirSync(path.join(folder, 'pages/a'), { recursive: true })
    writeFileSync(path.join(folder, 'pages/a/a.js'), 'h(B,{openType:own?"share":"chooseAvatar"})')
    writeFileSync(path.join(folder, 'base.wxml'), '<camera mode="normal"/>')
    const found = privateCalls(folder, ['pages/a'])
    rmSync(folder, { recursive: true, force: true })
    expect(found).toEqual(
      new Map([
        ['camera', new Set(['main'])],
        ['chooseAvatar', new Set(['pages/a'])],
      ]),
    )
  })

  it('and not in what is only text', () => {
    expect([
      ...namesInScript('say("wx.getLocation"); list=["getLocation"]; share({openType:"share"})'),
    ]).toEqual([])
  })
})
