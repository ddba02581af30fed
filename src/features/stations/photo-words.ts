import type { Sentence, Wording } from '../refusal-words'
import type { FileWords } from '../upload-words'
import { getWords } from './wording'

const NO_PICTURE: Sentence = { title: '这不是照片', next: '请选手机里的照片，或者普通的图片文件。' }

/** Why a photo was not even sent. */
export const PHOTO_FILES: FileWords = {
  TOO_LARGE: { title: '照片太大', next: '最多 10 MB，换一张，或者在手机里压小一点。' },
  EMPTY: { title: '这张照片是空的', next: '换一张再传。' },
  FILE_KIND: NO_PICTURE,
}

export const photoWords: Wording<'stations.photo'> = {
  NOT_FOUND: ({ what }) =>
    what === 'station'
      ? getWords.NOT_FOUND({ what }, 0)
      : { title: '照片已经撤下了', next: '刷新一下再看。' },
}

export const setPhotoWords: Wording<'stations.setPhoto'> = {
  NOT_FOUND: ({ what }, now) =>
    what === 'station'
      ? getWords.NOT_FOUND({ what }, now)
      : { title: '照片没有传到', next: '再选一次。' },
  PHOTO_REFUSED: ({ reason }) => {
    if (reason === 'KIND') return NO_PICTURE
    return reason === 'BROKEN'
      ? { title: '这张照片打不开', next: '可能没有存完整，换一张再传。' }
      : { title: '照片太大', next: '换一张，或者在手机里压小一点再传。' }
  },
}

export const PHOTO_HUNG: Sentence = { title: '照片放好了', next: '大家打开这个驿站就能看到。' }
export const PHOTO_TAKEN_DOWN: Sentence = { title: '照片撤下了', next: '想放的时候再放。' }
