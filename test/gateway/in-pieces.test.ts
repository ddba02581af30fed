import { fetchInPieces } from '@/gateway/files/in-pieces'
import type { Reply } from '@/gateway/call/wire'

type Piece = Reply<'casework.attachment'>
const whole = Buffer.from('一份示例文件，分三次取来', 'utf8')
const CUTS = [0, 10, 20, whole.length]

const piece = (index: number): Piece => ({
  ok: true,
  value: {
    name: '示例.pdf',
    kind: 'pdf',
    pieces: 3,
    content: whole.subarray(CUTS[index], CUTS[index + 1]).toString('base64'),
  },
})

it('asks for one piece after another and puts them together', async () => {
  const asked: number[] = []
  const fetched = await fetchInPieces<'casework.attachment'>(async (index) => {
    asked.push(index)
    return piece(index)
  })
  expect(asked).toEqual([0, 1, 2])
  if (!fetched.ok) throw new Error(fetched.code)
  expect(fetched.value).toMatchObject({ name: '示例.pdf', kind: 'pdf' })
  expect(Buffer.from(fetched.value.bytes)).toEqual(whole)
})

it('stops at the first piece that is refused, and says why', async () => {
  const refused: Piece = {
    ok: false,
    code: 'NOT_FOUND',
    facts: { what: 'attachment' },
    traceId: 't',
  }
  const fetched = await fetchInPieces<'casework.attachment'>(async (index) =>
    index === 1 ? refused : piece(index),
  )
  expect(fetched).toEqual(refused)
})

it('takes what is no base64 for no answer', async () => {
  const broken = {
    ...piece(0),
    value: { name: 'x', kind: 'pdf', pieces: 1, content: '*' },
  } as Piece
  expect(await fetchInPieces<'casework.attachment'>(async () => broken)).toMatchObject({
    ok: false,
    code: 'UNREACHABLE',
  })
})
