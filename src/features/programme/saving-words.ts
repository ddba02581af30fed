import type { Output } from '@/contract'
import { CHANGING, type OutsideWording, type Sentence } from '../refusal-words'
import type { FileWords } from '../upload-words'

export type Summary = Output<'programme.list'>['activities'][number]
export type Standing = Output<'programme.get'>
export type PlanPreview = Output<'programme.preview'>

const NO_PICTURE: Sentence = { title: '这不是图片', next: '选手机里的照片，或者普通的图片文件。' }
/** Why a cover was not even sent. */
export const COVER_FILES: FileWords = {
  TOO_LARGE: { title: '图片太大', next: '最多 10 MB，换一张小一点的。' },
  EMPTY: { title: '这张图片是空的', next: '换一张再传。' },
  FILE_KIND: NO_PICTURE,
}
/** When something of the programme was to be saved: what was typed stays on the phone. */
export const SAVING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: () => ({ title: '有一处不对', next: '看看标出来的地方，改好再保存。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '写的都在。再点一次，不会存两遍。' }),
  UNREACHABLE: ({ offline, sent }) =>
    offline && !sent
      ? { title: '没有网络，没有送出去', next: '写的都存在这里，连上网再点一次。' }
      : { title: '还没等到回音', next: '写的都在。看看网络，再点一次，不会存两遍。' },
}
