import pg from 'pg'
import { type TestDatabase, asOwner } from './database'

/** A text as it could stand somewhere without being plain: in hex, base64, UTF-16, escapes. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8')
  const wide = Buffer.from(text, 'utf16le')
  const escaped = [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [
    text,
    bytes.toString('hex'),
    wide.toString('hex'),
    Buffer.from(wide).swap16().toString('hex'),
    encodeURIComponent(text),
    escaped.join(''),
    ...[bytes, wide].flatMap(base64FormsOf),
  ]
}

/** The inner letters of a text in base64 and base64url, wherever it begins in what was encoded. */
function base64FormsOf(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const inner = encoded.replace(/=+$/, '').slice(shift === 0 ? 0 : shift + 1, -1)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** Which of the texts stand in what is looked at, in any form, and in which. */
export function foundIn(where: string, texts: readonly string[]): string[] {
  const lower = where.toLowerCase()
  return texts.filter((text) =>
    formsOf(text).some((form) => where.includes(form) || lower.includes(form.toLowerCase())),
  )
}

/** Every row of every table of the database as text, with all bytes in hex. */
export async function wholeDatabase(database: TestDatabase): Promise<string> {
  const tables = await asOwner<{ name: string }>(
    database,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const client = new pg.Client(database.ownerUrl)
  await client.connect()
  try {
    await client.query(`set bytea_output = 'hex'`)
    const all: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select one::text as row from ${name} as one`,
      )
      all.push(name, ...rows.map(({ row }) => row))
    }
    return all.join('\n')
  } finally {
    await client.end()
  }
}
