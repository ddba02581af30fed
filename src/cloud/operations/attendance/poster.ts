import { POSTER_PAGE } from '@/domain/attendance/poster-scene'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { posterOf } from '@/cloud/store/queries/attendance/posters'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'

/** For staff: the code on the centre's wall, as a picture where the platform draws one. */
export const getPoster: Handler<'attendance.poster'> = async ({ input, dependencies }) => {
  const { store, drawMiniProgramCode } = dependencies
  const { centreId } = input
  const poster = await posterOf(store.db, centreId)
  if (!poster) {
    const isThere = (await shortNameOfCentre(store.db, centreId)) !== null
    if (isThere) return { value: { poster: null } }
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { poster_id: posterId, made_at: madeAt } = poster
  const shown = { page: POSTER_PAGE, scene: posterId }
  const picture = await drawMiniProgramCode?.(shown)
  return {
    value: {
      poster: {
        ...{ posterId, madeAt: toInstantText(madeAt), ...shown },
        picture: picture?.toString('base64') ?? null,
      },
    },
  }
}
