import type { PoolClient } from 'pg'
import type { Intent } from '@/cloud/intent'

type Asked = Pick<Intent, 'personId' | 'requestId'>

/**
 * What was answered when somebody erased their account under this requestId: to the person they were,
 * or to whom the platform names now, who is new. Null where nothing was.
 */
export async function receiptFor<Value>(
  client: Pick<PoolClient, 'query'>,
  { personId, requestId }: Asked,
): Promise<Value | null> {
  const { rows } = await client.query<{ answer: Value }>({
    name: 'erasure.receipt',
    text: RECEIPT,
    values: [personId, requestId],
  })
  return rows[0]?.answer ?? null
}

/** Writes the answer down before they are taken out of the tables. */
export async function writeReceipt(
  client: PoolClient,
  { personId, requestId }: Asked,
  answer: object,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'erasure.write-receipt',
    text: WRITE,
    values: [personId, requestId, JSON.stringify(answer), now],
  })
}

/** Deletes receipts of before an instant; gives how many. */
export async function forgetReceiptsBefore(
  client: Pick<PoolClient, 'query'>,
  instant: Date,
): Promise<number> {
  const { rowCount } = await client.query('delete from changlai.erasure where erased_at < $1', [
    instant,
  ])
  return rowCount ?? 0
}

/** As a person's key, and as the platform names them; with the requestId, which is random, before both. */
const NAMES = `
  select sha256(convert_to($2 || ' person ' || $1::uuid::text, 'UTF8')) as receipt
  union all
  select sha256(convert_to($2 || ' ' || provider || ' ' || subject, 'UTF8'))
  from changlai.person_identity where person_id = $1::uuid`

const RECEIPT = `
select answer from changlai.erasure where receipt in (${NAMES}) limit 1`

const WRITE = `
insert into changlai.erasure (receipt, answer, erased_at)
select receipt, $3::jsonb, $4::timestamptz from (${NAMES}) as named`
