import { View } from '@tarojs/components'
import { useCentre } from '@/features/centres/use-centre'
import { numbersInWords, usePublished } from '@/features/consultation/published'
import { go } from '@/features/navigation/routes'
import { useToday } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import './about.css'

const PARTS = [
  {
    title: '存了什么',
    lines: [
      '微信给的一串编号，用来认出是同一个人。它不是微信号，也查不到手机号。',
      '自己写的称呼和常去的中心，可以都不写。',
      '报过哪些活动、什么时候报的、什么时候退的。',
      '您添的家里人：老人的称呼，孩子的名字和生日（家长同意了才记）。',
      '说过哪个驿站怎么样，用来提醒别的人，不显示是谁说的。',
      '约律师、找调解时写的话，加密存着，结束 180 天后销毁。',
      '在电脑上登录过：哪一种浏览器，什么时候登录、什么时候用过。退出一星期后删掉，不记在什么地方。',
    ],
  },
  {
    title: '没有存什么',
    lines: [
      '不要姓名、手机号、身份证、住址。',
      '不看通讯录，没有广告。',
      '不点“用我的位置”就不看位置；点了也只在手机里算远近，不存，不上传。',
    ],
  },
  {
    title: '谁看得到',
    lines: [
      '签到码给门口的工作人员看。',
      '称呼只有自己看得到；您替用常来的老人报名的话，那位老人也看得到。',
      '家里人的名字和生日只有您看得到。按号叫人时，叫号的人看得到名字的第一个字。',
      '约律师、找调解时写的话，只有接待的那一位和自己看得到。',
      '“放进手机日历”的地址，谁拿到谁就看得到您和家里人报了什么；随时能停用。',
    ],
  },
  {
    title: '手机里有什么',
    lines: [
      '最近看过的日历、课程、驿站名单、自己报的名和家里人，在这部手机上留一份，没网也能看。',
      '删掉小程序，或者清掉网页的数据，这一份就没了，报的名还在。',
    ],
  },
]

/** How what is kept is kept, in plain words. */
export default function About() {
  const { centre } = useCentre()
  const { today } = useToday()
  const published = usePublished(centre?.centreId ?? null, today).value
  const numbers = published ? numbersInWords(published) : []
  return (
    <Screen back title="我的资料怎么保存">
      {PARTS.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Card>
            {lines.map((line) => (
              <View key={line} className="about-line">
                {line}
              </View>
            ))}
          </Card>
        </Section>
      ))}
      {numbers.length > 0 ? (
        <Section title="中心公布的数" note="没有名字">
          <Card>
            {numbers.map((line) => (
              <View key={line} className="about-line number">
                {line}
              </View>
            ))}
          </Card>
        </Section>
      ) : null}
      <View className="about-act">
        <Button kind="ghost" block onTap={() => go.consultation('feedback')}>
          投诉建议
        </Button>
      </View>
    </Screen>
  )
}
