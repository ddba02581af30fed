import type { Pool, PoolClient } from 'pg'
import type { FileKind } from '@/cloud/files/file-kind'

export interface UploadedFile {
  name: string
  kind: FileKind
  content: Buffer
}

/** What one person may have on the way at once. */
export interface Allowance {
  files: number
  bytes: number
}

/**
 * Keeps a file of a person at `now`, unless that would be more than the person may have on the way;
 * gives whether it did.
 */
export async function keepFile(
  pool: Pool,
  file: UploadedFile & { fileId: string; personId: string },
  allowance: Allowance,
  now: Date,
): Promise<boolean> {
  const { fileId, personId, name, kind, content } = file
  const values = [fileId, personId, name, kind, content, now, allowance.files, allowance.bytes]
  const { rowCount } = await pool.query({ name: 'files.keep', text: KEEP, values })
  return rowCount === 1
}

/** A file that this person sent; null for any other. */
export async function fileOf(
  pool: Pool,
  personId: string,
  fileId: string,
): Promise<UploadedFile | null> {
  const { rows } = await pool.query<UploadedFile>({
    name: 'files.of-person',
    text: OF_PERSON,
    values: [personId, fileId],
  })
  return rows[0] ?? null
}

/**
 * Takes a file that this person sent out of the waiting ones, in the caller's transaction: whoever
 * takes it keeps what it needs in a table of its own. Null for any other file, and for one that
 * somebody took before; of two that take it at once, the second waits and gets null.
 */
export async function takeUpFile(
  client: PoolClient,
  personId: string,
  fileId: string,
): Promise<UploadedFile | null> {
  const { rows } = await client.query<UploadedFile>({
    name: 'files.take-up',
    text: TAKE_UP,
    values: [personId, fileId],
  })
  return rows[0] ?? null
}

/** Deletes the files received before an instant, at most 100 at once; gives how many. */
export async function forgetFilesBefore(pool: Pool, instant: Date): Promise<number> {
  const { rowCount } = await pool.query(FORGET, [instant])
  return rowCount ?? 0
}

const KEEP = `
insert into changlai.uploaded_file (file_id, person_id, name, kind, bytes, content, received_at)
select $1, $2, $3, $4, length($5::bytea), $5::bytea, $6::timestamptz
where (
  select count(*) < $7 and coalesce(sum(bytes), 0) + length($5::bytea) <= $8
  from changlai.uploaded_file
  where person_id = $2 and received_at > $6::timestamptz - interval '1 day')`

const OF_PERSON = `
select name, kind, content
from changlai.uploaded_file
where person_id = $1 and file_id = $2`

const TAKE_UP = `
delete from changlai.uploaded_file
where person_id = $1 and file_id = $2
returning name, kind, content`

const FORGET = `
delete from changlai.uploaded_file
where file_id = any (array(
  select file_id from changlai.uploaded_file
  where received_at < $1
  order by received_at
  limit 100
  for update skip locked))`
