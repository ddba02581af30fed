import { PLAIN_ALPHABET, plainCode } from './plain-code'

const LENGTH = 6
const CODE = new RegExp(`^[${PLAIN_ALPHABET}]{${LENGTH}}$`)

/** How many random bytes to give for a code: running out of them is then as good as impossible. */
export const SCENE_CODE_BYTES = 32

/**
 * A code out of random bytes that a square carries and that can be read out: six letters and digits,
 * every code equally likely. Throws a RangeError when the bytes run out.
 */
export function sceneCode(random: Uint8Array): string {
  return plainCode(random, LENGTH)
}

/**
 * The code in a `scene` as WeChat hands it over (the letter of its kind, `=`, the code; URL-encoded by
 * some versions) or as a person types it (without the letter, lower case, spaces); null where there is
 * none.
 */
export function codeInScene(scene: string, kind: string): string | null {
  // The characters of a code need no escape, so what is escaped can only be what stands around it.
  const plain = scene
    .replace(/%3d/gi, '=')
    .replace(/%20|\+|\s/g, '')
    .toUpperCase()
  const mark = `${kind.toUpperCase()}=`
  const code = plain.startsWith(mark) ? plain.slice(mark.length) : plain
  return CODE.test(code) ? code : null
}
