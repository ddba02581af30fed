import { PLAIN_ALPHABET } from '@/domain/access/plain-code'

/** The page of the mini-program that the code on a wall opens, without a slash before it. */
export const POSTER_PAGE = 'pages/attendance/check-in/check-in'

/** How many letters of a poster's id somebody can type off the wall. */
export const POSTER_LETTERS = 6

const POSTER_ID = new RegExp(
  `^[a-z][a-z0-9-]{1,23}\\.[${PLAIN_ALPHABET.toLowerCase()}]{${POSTER_LETTERS}}$`,
)

/**
 * The poster's id in a `scene` as WeChat hands it over (URL-encoded by some versions); null where
 * there is none.
 */
export function posterIdOfScene(scene: string): string | null {
  // The characters of an id need no escape but the point, which some write as %2E.
  const plain = scene
    .replace(/%2e/gi, '.')
    .replace(/%20|\+|\s/g, '')
    .toLowerCase()
  return POSTER_ID.test(plain) ? plain : null
}

/**
 * The poster's id in what a scanner read: the mini-program's page with its scene, or the address of
 * the page in a browser; null for any other code.
 */
export function posterIdOfScanned(text: string): string | null {
  const [, scene] = /[?&]scene=([^&#]*)/.exec(text) ?? []
  return text.includes(POSTER_PAGE) ? posterIdOfScene(scene ?? '') : null
}

/** The poster's id out of the letters on a centre's wall, however they are typed; null unless whole. */
export function posterIdOfLetters(centreId: string, letters: string): string | null {
  return posterIdOfScene(`${centreId}.${letters.trim()}`)
}

/** The letters of a poster as they stand on the wall. */
export function posterLetters(posterId: string): string {
  return posterId.slice(-POSTER_LETTERS).toUpperCase()
}
