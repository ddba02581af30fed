export const REFUSED_FILES = [
  'PICTURE_BROKEN',
  'PICTURE_TOO_LARGE',
  'PDF_BROKEN',
  'PDF_ENCRYPTED',
] as const
/**
 * What is wrong with a file that is of a right kind by its first bytes: it cannot be read to its end,
 * a picture has more points than are taken, a PDF asks for a password.
 */
export type RefusedFile = (typeof REFUSED_FILES)[number]

/** Why a file cannot be cleaned, and so not be kept. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'

  constructor(
    readonly reason: RefusedFile,
    options?: ErrorOptions,
  ) {
    super(reason, options)
  }
}
