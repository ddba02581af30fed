import { PLAIN_ALPHABET, plainCode } from '@/domain/access/plain-code'

const LENGTH = 6
const DOOR_CODE = new RegExp(`^[${PLAIN_ALPHABET}]{${LENGTH}}$`)

/** How many random bytes to give: running out of them is then as good as impossible. */
export const DOOR_CODE_BYTES = 32

/**
 * A station's door code out of random bytes: six letters and digits that can be read out, every
 * code equally likely. Throws a RangeError when the bytes run out.
 */
export function doorCodeOf(random: Uint8Array): string {
  return plainCode(random, LENGTH)
}

/** The page of the mini-program that a door code opens, without a slash before it as WeChat wants. */
export const STATION_PAGE = 'pages/station/station/station'

/** The `scene` of a station's mini-program code (at most 32 characters of WeChat's set). */
export function sceneOf(doorCode: string): string {
  return `d=${doorCode}`
}

/**
 * The door code in a `scene` as WeChat hands it over (`d=XXXXXX`, URL-encoded by some versions) or
 * as a person types it (without `d=`, lower case, spaces); null where there is none.
 */
export function doorCodeOfScene(scene: string): string | null {
  // The characters of a code need no escape, so what is escaped can only be what stands around it.
  const plain = scene.replace(/%3d/gi, '=').replace(/%20|\+|\s/g, '')
  const code = (/^(?:d=)?(.*)$/i.exec(plain)?.[1] ?? '').toUpperCase()
  return DOOR_CODE.test(code) ? code : null
}
