import type { Log } from '@/cloud/log'
import { officialSdk } from './official-sdk'

/** Draws the mini-program code that opens a page with a scene: the picture's bytes, or null. */
export type DrawMiniProgramCode = (target: {
  page: string
  /** At most 32 characters of WeChat's set. */
  scene: string
}) => Promise<Buffer | null>

/** The part of the official SDK that draws. */
interface Sdk {
  openapi: {
    wxacode: {
      getUnlimited(wish: object): Promise<{ errCode?: number; buffer?: Buffer }>
    }
  }
}

/** WeChat's own measure for a code that is read from arm's length when printed on A5. */
const WIDTH_PX = 860

/**
 * Asks WeChat for mini-program codes (`wxacode.getUnlimited`, which config.json has to permit). A
 * page that is not released yet has none: whoever asks gets null, and the reason is in the log.
 */
export function createDrawMiniProgramCode(log: Log, sdk = officialSdk<Sdk>): DrawMiniProgramCode {
  return async ({ page, scene }) => {
    try {
      const { openapi } = await sdk()
      const drawn = await openapi.wxacode.getUnlimited({ page, scene, width: WIDTH_PX })
      if (!drawn.errCode && drawn.buffer) return drawn.buffer
      log.warn({ errCode: drawn.errCode }, 'WeChat drew no mini-program code')
    } catch (error) {
      log.warn({ err: error }, 'WeChat drew no mini-program code')
    }
    return null
  }
}
