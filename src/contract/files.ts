import * as v from 'valibot'
import { FileId, Instant } from './fields'
import { command } from './operation'

/** The largest file that is taken in, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** A file's own name, for whoever reads it; never a path. */
const FileName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(120),
  v.regex(/^[^\p{Cc}\u2028\u2029/\\]*$/u, 'FILE_NAME'),
)

/** What the platform's cloud storage calls a file that was put at a `cloudPath` of files.begin. */
const CloudFileId = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^cloud:\/\/[A-Za-z0-9._-]+\/uploads\/[a-z2-7]{26}$/, 'CLOUD_FILE_ID'),
)

const refusals = {
  /** This host has no cloud storage beside it: an HTTP host takes files at POST /upload. */
  NO_CLOUD_STORAGE: v.object({}),
  /** A person may have only so much on the way; `until` is when they may send again. */
  TOO_MANY_FILES: v.object({ until: Instant }),
}

/**
 * For a mini-program, which has no HTTP host to send a file to: gives a path in the platform's cloud
 * storage for this file of this person. Upload it there until `until`, then call files.receive.
 */
export const begin = command(
  v.strictObject({
    name: FileName,
    bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FILE_BYTES, 'TOO_LARGE')),
  }),
  v.object({ cloudPath: v.string(), until: Instant }),
  refusals,
)

/**
 * Takes in the file that was put where files.begin said, as POST /upload would have: judged by its
 * first bytes, the person's own, waiting a day for an operation to take it up. The copy in cloud
 * storage is deleted, refused ones too.
 */
export const receive = command(
  v.strictObject({ cloudFileId: CloudFileId }),
  v.object({ fileId: FileId }),
  {
    ...refusals,
    /** Nothing is there, or the path was given to somebody else, or too long ago. */
    NOT_FOUND: v.object({ what: v.literal('file') }),
    FILE_REFUSED: v.object({ reason: v.picklist(['EMPTY', 'TOO_LARGE', 'FILE_KIND']) }),
  },
)
