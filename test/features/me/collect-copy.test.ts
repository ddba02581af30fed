import { collectCopy, MOST_ATTACHED_BYTES } from '@/features/me/collect-copy'
import { call } from '@/gateway/call/call'

jest.mock('@/gateway/call/call', () => ({ call: jest.fn() }))

const asked = jest.mocked(call) as unknown as jest.Mock

const page = (attachments: object[] | undefined, after: string | null) => ({
  ok: true,
  value: { group: 'consultations', items: [[['写的事', '示例']]], attachments, after },
})
const attachment = (attachmentId: string, bytes: number) => ({
  ...{ item: 0, attachmentId, name: `${attachmentId}.jpg`, kind: 'jpeg', bytes },
})
const piece = (content: string, pieces = 1) => ({
  ok: true,
  value: {
    name: '示例.jpg',
    kind: 'jpeg',
    pieces,
    content: Buffer.from(content).toString('base64'),
  },
})
const LOST = { ok: false, code: 'UNREACHABLE', facts: { offline: true, sent: false }, traceId: '' }

/** Answers as a server that knows these pages and files would. */
function answers(pages: object[], files: Record<string, object | object[]> = {}): void {
  asked.mockReset()
  asked.mockImplementation(
    (operation: string, input: { after?: string; attachmentId?: string; piece?: number }) =>
      Promise.resolve(
        operation === 'me.export'
          ? pages[Number(input.after ?? 0)]
          : [files[input.attachmentId!]].flat()[input.piece!],
      ),
  )
}

it('asks for every page, and for each file piece by piece', async () => {
  answers(
    [page([attachment('a', 6)], '1'), page(undefined, '2'), page([attachment('b', 2)], null)],
    {
      a: [piece('abc', 2), piece('def', 2)],
      b: piece('zz'),
    },
  )
  const copy = await collectCopy()
  if ('failure' in copy) throw new Error(copy.failure.code)
  expect(copy.pages).toHaveLength(3)
  expect(
    [...copy.attached].map(([id, bytes]) => [id, String.fromCharCode(...(bytes as Uint8Array))]),
  ).toEqual([
    ['b', 'zz'],
    ['a', 'abcdef'],
  ])
})

it('takes the small ones first, and says which found no room', async () => {
  answers(
    [
      page(
        [attachment('huge', MOST_ATTACHED_BYTES), attachment('first', 3), attachment('second', 3)],
        null,
      ),
    ],
    { first: piece('abc'), second: piece('def') },
  )
  const copy = await collectCopy()
  if ('failure' in copy) throw new Error(copy.failure.code)
  expect(copy.attached.get('huge')).toBe('too-much')
  expect(copy.attached.get('first')).toHaveLength(3)
  expect(copy.attached.get('second')).toHaveLength(3)
  expect(asked.mock.calls.map(([operation]) => operation as string)).toEqual([
    'me.export',
    'consultation.attachment',
    'consultation.attachment',
  ])
})

it('goes on without a file that was destroyed meanwhile', async () => {
  answers([page([attachment('a', 3), attachment('b', 4)], null)], {
    a: { ok: false, code: 'NOT_FOUND', facts: { what: 'attachment' }, traceId: '' },
    b: piece('defg'),
  })
  const copy = await collectCopy()
  if ('failure' in copy) throw new Error(copy.failure.code)
  expect(copy.attached.get('a')).toBe('gone')
  expect(copy.attached.get('b')).toHaveLength(4)
})

it('is whole or nothing: a page or a file that did not come is said', async () => {
  answers([page([], '1'), LOST])
  expect(await collectCopy()).toEqual({ failure: LOST })
  answers([page([attachment('a', 6)], null)], { a: [piece('abc', 2), LOST] })
  expect(await collectCopy()).toEqual({ failure: LOST })
})
