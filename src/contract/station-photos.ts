import * as v from 'valibot'
import { CentreKey, FileId, PictureShape } from './fields'
import { command, query } from './operation'

/**
 * A station's photo where no HTTP host is: the picture that `photo` of the station names, a JPEG in
 * base64 of at most 250,000 characters.
 */
export const photo = query(
  v.strictObject({ stationId: CentreKey }),
  v.object({ photo: v.string(), photoShape: PictureShape, jpeg: v.string() }),
  { NOT_FOUND: v.object({ what: v.picklist(['station', 'photo']) }) },
)

/**
 * For staff: hangs a picture that they sent at a station, in the place of the one before, or takes it
 * down (null). It is drawn anew, upright and without what the phone wrote beside it, such as where it
 * was taken; the file is taken up and gone.
 */
export const setPhoto = command(
  v.strictObject({ stationId: CentreKey, fileId: v.nullable(FileId) }),
  v.object({
    stationId: CentreKey,
    photo: v.nullable(v.string()),
    photoShape: v.nullable(PictureShape),
  }),
  {
    NOT_FOUND: v.object({ what: v.picklist(['station', 'file']) }),
    /** No JPEG, PNG or WebP; one that ends early; one of more points than a phone takes. */
    PHOTO_REFUSED: v.object({ reason: v.picklist(['KIND', 'BROKEN', 'TOO_LARGE']) }),
  },
)
