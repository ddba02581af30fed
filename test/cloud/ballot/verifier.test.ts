import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256Hex } from '@/domain/ballot/digest'
import { draw } from '@/domain/ballot/draw'
import { METHOD, writeList } from '@/domain/ballot/entry-list'
import { writeResults } from '@/domain/ballot/results'
import type { Proof } from '@/domain/ballot/verify'
import { toInstantText } from '@/domain/time/instant'
import { aList, singles } from '../../domain/ballot/lists'
import { currentCloudBundles } from '../../support/cloud-bundles'

const LIST = aList(singles(1, 2, 1, 4, 1, 1, 3, 1), [3])
const text = writeList(LIST)
const listHash = sha256Hex(text)
const number = '05111722293308'
const PROOF: Proof = {
  ...{ method: METHOD, ballotId: LIST.ballotId, numberSource: LIST.numberSource },
  closesAt: toInstantText(LIST.closesAt),
  numberAt: toInstantText(LIST.numberAt),
  ...{ list: text, listHash, number, results: writeResults(draw(LIST, listHash, number)) },
}

let folder: string
let alone: string
beforeAll(async () => {
  await currentCloudBundles()
  // The file by itself, far from everything that it was built of.
  folder = mkdtempSync(path.join(tmpdir(), 'changlai-verifier-'))
  alone = path.join(folder, 'verify-ballot.js')
  copyFileSync('dist/verify-ballot/index.js', alone)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

function verified(proof: unknown, ...args: string[]): { code: number | null; said: string } {
  const file = path.join(folder, 'proof.json')
  writeFileSync(file, typeof proof === 'string' ? proof : JSON.stringify(proof))
  const { status, stdout, stderr } = spawnSync(process.execPath, [alone, file, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: status, said: stdout + stderr }
}

test('The file alone finds an honest draw honest, and says why somebody won or lost', () => {
  for (const proof of [PROOF, { ok: true, value: PROOF }]) {
    const { code, said } = verified(proof, '--entry', '4')
    expect(code).toBe(0)
    expect(said).toContain('✓')
    expect(said).toContain(listHash)
    expect(said).toMatch(/编号 4（1 人，权重 4）：8 份里摇在第 \d 位/)
  }
  const noted = ['--hash', listHash.toUpperCase(), '--number', '05 11 17 22 29 33 + 08']
  expect(verified(PROOF, ...noted).code).toBe(0)
})

test('It finds an altered list, a swapped number, a replayed draw and changed results', () => {
  const list = text.replace('entry 3 1 1 1', 'entry 3 1 4 1')
  const findings = [
    [{ ...PROOF, list }, '名单被改过'],
    [{ ...PROOF, list, listHash: sha256Hex(list) }, '重新摇出来的结果和公布的不一样'],
    [{ ...PROOF, number: '05111722293309' }, '重新摇出来的结果和公布的不一样'],
    [{ ...PROOF, ballotId: 'nongye.spring-ballot' }, '场次、数字来源或时间，和公布的不一样'],
    [{ ...PROOF, number: null, results: null }, '还没有摇号'],
  ] as const
  for (const [proof, words] of findings) {
    const { code, said } = verified(proof)
    expect(code).toBe(1)
    expect(said).toContain(`✗`)
    expect(said).toContain(words)
  }
  expect(verified(PROOF, '--number', '999999')).toMatchObject({ code: 1 })
  expect(verified(PROOF, '--hash', '0'.repeat(64))).toMatchObject({ code: 1 })
})

test('What is no proof, and arguments that make no sense, are said to be so', () => {
  for (const [content, ...args] of [
    ['{"ok":true}'],
    ['not json'],
    [JSON.stringify(PROOF), '--hash'],
    [JSON.stringify(PROOF), '--number', '12'],
    [JSON.stringify(PROOF), '--else', '1'],
  ] as const) {
    const { code, said } = verified(content, ...args)
    expect(code).toBe(2)
    expect(said).toContain('用法')
  }
})

test('npm run verify-ballot does the same', () => {
  const file = path.join(folder, 'proof.json')
  writeFileSync(file, JSON.stringify(PROOF))
  const said = execFileSync('npm', ['run', '--silent', 'verify-ballot', '--', file], {
    encoding: 'utf8',
  })
  expect(said).toContain('✓')
}, 120_000)
