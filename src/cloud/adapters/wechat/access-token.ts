import type { Log } from '@/cloud/log'

/** A token of WeChat's interface; another one where the one before is not taken. Null where none is to be had. */
export type AccessToken = (renew: boolean) => Promise<string | null>

const WITHIN_MS = 8_000
/** It is not used in its last minutes. */
const SPARE_MS = 300_000
/** Nobody renews by force more often than this, for WeChat counts it. */
const FORCED_EVERY_MS = 60_000

/**
 * Tokens by `stable_token`, which gives every host of a deployment the same one and invalidates none.
 * Kept in memory until shortly before it ends; asked for once where several need it.
 */
export function accessToken(
  { base, appId, secret }: { base: string; appId: string; secret: string },
  log: Log,
  nowMs: () => number = () => performance.now(),
): AccessToken {
  let held: { token: string; until: number } | null = null
  let asking: Promise<string | null> | null = null
  let forcedAt = -FORCED_EVERY_MS

  async function ask(force: boolean): Promise<string | null> {
    const response = await fetch(`${base}/cgi-bin/stable_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: appId,
        secret,
        force_refresh: force,
      }),
      signal: AbortSignal.timeout(WITHIN_MS),
    })
    const answer = (await response.json()) as {
      access_token?: string
      expires_in?: number
      errcode?: number
    }
    if (!answer.access_token) {
      log.error({ code: answer.errcode }, 'WeChat gave no access token')
      return null
    }
    held = {
      token: answer.access_token,
      until: nowMs() + (answer.expires_in ?? 0) * 1000 - SPARE_MS,
    }
    return held.token
  }

  return (renew) => {
    if (!renew && held && nowMs() < held.until) return Promise.resolve(held.token)
    const force = renew && nowMs() - forcedAt >= FORCED_EVERY_MS
    if (force) forcedAt = nowMs()
    asking ??= ask(force)
      .catch((error: unknown) => {
        log.error({ err: error }, 'WeChat gave no access token')
        return null
      })
      .finally(() => (asking = null))
    return asking
  }
}
