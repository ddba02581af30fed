import { changesOf, countsInWords, unlisted } from '@/features/stations/import-model'
import { LIST_FILES, LOOKING } from '@/features/stations/import-wording'
import type { Preview } from '@/features/stations/use-import'
import { uploadSentence } from '@/features/upload-words'
import type { UploadFailure } from '@/gateway/files/uploaded'

const say = (failure: UploadFailure) => uploadSentence(failure, LOOKING, 0, LIST_FILES)

const counts = { added: 12, changed: 3, same: 30, takenOff: 1, missing: 4, wrong: 2 }
const none = { added: 0, changed: 0, same: 0, takenOff: 0, missing: 0, wrong: 0 }

it('sums a list up in a sentence, without what is none', () => {
  expect(countsInWords(counts)).toBe('新增 12 个，有变化 3 个，没变化 30 个；有错 2 行')
  expect(countsInWords({ ...none, same: 5 })).toBe('没变化 5 个')
  expect(countsInWords({ ...none, wrong: 1 })).toBe('没有读到驿站；有错 1 行')
})

it.each([
  [{ removeMissing: false, restore: false }, 15],
  [{ removeMissing: true, restore: false }, 19],
  [{ removeMissing: false, restore: true }, 16],
  [{ removeMissing: true, restore: true }, 20],
])('counts what %j would change', (wish, changes) => {
  expect(changesOf({ counts } as Preview, wish)).toBe(changes)
})

it('says how many lines are not shown', () => {
  expect(unlisted(['a', 'b'], 2)).toBeNull()
  expect(unlisted(['a', 'b'], 250)).toBe('还有 248 个没有列出')
})

it.each([
  ['TOO_LARGE', '文件太大'],
  ['FILE_KIND', '这不是表格'],
  ['EMPTY', '这是个空文件'],
  ['NAME', '文件名太长'],
])('says why a file was not taken: %s', (reason, title) => {
  const facts = { path: '', reason }
  expect(say({ ok: false, code: 'INVALID_INPUT', facts, traceId: 't' })).toMatchObject({ title })
})

it('says what else can be in the way of a file in the general words', () => {
  const facts = { offline: true, sent: true }
  const unreachable = { ok: false, code: 'UNREACHABLE', facts, traceId: '' } as const
  expect(say(unreachable).title).toBe('没有网络')
})
