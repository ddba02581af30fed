import { wxCall, WxError } from './wx-call'

/** What somebody says when WeChat asks them for a message. */
export type Said = 'accept' | 'reject' | 'ban' | 'filter'

/** A tap counts so long for what it starts, as WeChat has it. */
const TAP_COUNTS_MS = 1_000
const MOST_TEMPLATES = 5

/**
 * `wx.requestSubscribeMessage`: only from a tap, at most five templates, each answered by itself. A test
 * says what the person answers; the main switch of their WeChat may be off.
 */
export class Messages {
  /** What the person says of every template, or of each in turn. */
  says: Said | Said[] = 'accept'
  switchedOff = false
  private tappedAt = -Infinity

  /** Somebody touched the screen. */
  tapped(): void {
    this.tappedAt = Date.now()
  }

  api(log: (name: string, options: unknown) => void): Record<string, unknown> {
    const name = 'requestSubscribeMessage'
    const refuse = (reason: string, errCode: number): never => {
      throw Object.assign(new WxError(name, reason), { errCode })
    }
    return {
      [name]: (options: { tmplIds?: string[] } = {}) => {
        // What WeChat looks at when it is called, and not later.
        const isTapped = Date.now() - this.tappedAt < TAP_COUNTS_MS
        return wxCall<{ tmplIds?: string[] }>(name, ({ tmplIds = [] }) => {
          log(name, { tmplIds })
          if (!isTapped) refuse('can only be invoked by user TAP gesture.', 0)
          if (this.switchedOff) refuse('The main switch is switched off', 20004)
          if (tmplIds.length === 0) refuse('TmplIds can\u2019t be empty', 10001)
          if (tmplIds.length > MOST_TEMPLATES) refuse('TmplIds count out of max bounds', 20003)
          return Object.fromEntries(
            tmplIds.map((id, at) => [
              id,
              typeof this.says === 'string' ? this.says : (this.says[at] ?? 'reject'),
            ]),
          )
        })(options)
      },
    }
  }
}
