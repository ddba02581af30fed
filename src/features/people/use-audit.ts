import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input } from '@/contract'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import type { Entry } from './audit-words'

export interface AuditPages {
  /** Null while the first page has not come. */
  entries: Entry[] | null
  after: string | null
  busy: boolean
  failure: Failure | null
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** A record page by page, as far as somebody reads; kept on no phone. */
export function useAudit(asked: Omit<Input<'audit.search'>, 'after'>): AuditPages {
  const key = JSON.stringify(asked)
  const [pages, setPages] = useState<Pick<AuditPages, 'entries' | 'after'>>(NOTHING)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const latest = useRef('')

  const ask = useCallback(
    async (before: Entry[], after: string | null): Promise<void> => {
      latest.current = key
      setBusy(true)
      const wish = JSON.parse(key) as Input<'audit.search'>
      const reply = await call('audit.search', after === null ? wish : { ...wish, after })
      // Something else was asked meanwhile.
      if (latest.current !== key) return
      setBusy(false)
      setFailure(reply.ok ? null : reply)
      if (!reply.ok) return
      setPages({ entries: [...before, ...reply.value.entries], after: reply.value.after })
    },
    [key],
  )
  useEffect(() => {
    setPages(NOTHING)
    setFailure(null)
    void ask([], null)
  }, [ask])
  const { entries, after } = pages
  return {
    ...{ entries, after, busy, failure },
    refresh: () => ask([], null),
    more: () => ask(entries ?? [], after),
  }
}

const NOTHING = { entries: null, after: null }
