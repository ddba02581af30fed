import { Image, View } from '@tarojs/components'
import type { Output } from '@/contract'
import { OPENS_BEFORE } from '@/domain/attendance/mark'
import { posterLetters } from '@/domain/attendance/poster-scene'
import { MINUTE } from '@/domain/time/instant'
import { aria } from '@/ui/aria'
import { Paper } from '@/ui/print/paper'
import { pageSquare } from '../page-square'
import { spokenImage } from '@/ui/picture/spoken-image'
import './poster-sheet.css'

type Poster = NonNullable<Output<'attendance.poster'>['poster']>

interface PosterSheetProps {
  poster: Poster
  centreName: string
}

/** The sheet for the wall, as the printer will make it. */
export function PosterSheet({ poster, centreName }: PosterSheetProps) {
  const { posterId, page, scene, picture } = poster
  const source = picture ? `data:image/png;base64,${picture}` : pageSquare(page, scene)
  const letters = posterLetters(posterId)
  return (
    <Paper className="poster-sheet">
      <View className="poster-centre">{centreName}</View>
      <View className="poster-title">来了，签个到</View>
      {source ? (
        <Image
          className="poster-code"
          src={source}
          showMenuByLongpress
          {...spokenImage(`${centreName}的签到码`)}
        />
      ) : (
        <View className="poster-none">小程序上线以后，这里是小程序码；现在用下面六位。</View>
      )}
      <View
        className="poster-letters"
        {...aria({ role: 'img', label: `六位 ${Array.from(letters).join(' ')}` })}
      >
        {letters}
      </View>
      <View className="poster-how">
        {picture
          ? '微信扫一扫，点“签到”。'
          : source
            ? '手机扫一扫，点“签到”；或者在常来的签到码那一页，写上面六位。'
            : '打开常来的签到码，点“扫墙上的码签到”，写上面六位。'}
      </View>
      <View className="poster-how">{`开课前 ${OPENS_BEFORE / MINUTE} 分钟就能签。没有手机，跟工作人员说一声名字就行。`}</View>
    </Paper>
  )
}
