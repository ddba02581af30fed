import { View } from '@tarojs/components'
import { CHILDREN_RULES_VERSION } from '@/domain/family/consent'
import { rulesVersionInWords } from '@/domain/family/words'
import { Card } from '@/ui/card/card'
import { Check } from '@/ui/checks/checks'
import { Facts } from '@/ui/facts/facts'
import './consent.css'

interface ConsentProps {
  /** The child's name. */
  name: string
  agreed: boolean
  onAgree: (agreed: boolean) => void
  onRules: () => void
}

/** A guardian's consent, asked for on its own: what is kept, the whole rules, and one tick. */
export function Consent({ name, agreed, onAgree, onRules }: ConsentProps) {
  return (
    <>
      <Card>
        <Facts
          items={[
            { icon: 'me', title: `只记“${name}”这个名字和生日`, note: '不要照片、学校、住址' },
            { icon: 'lock', title: '只用来报名', note: '只有您看得到，不给别人' },
            { icon: 'refresh', title: '随时能收回', note: '一去掉，名字和生日马上删掉' },
            {
              icon: 'book',
              title: '儿童个人信息保护规则',
              note: rulesVersionInWords(CHILDREN_RULES_VERSION),
              label: '读儿童个人信息保护规则',
              onTap: onRules,
            },
          ]}
        />
      </Card>
      <View className="consent-tick">
        <Check
          label={`我是${name}的监护人，读过规则，同意这样记`}
          checked={agreed}
          onChange={() => onAgree(!agreed)}
        />
      </View>
      <View className="note">不同意也没关系：孩子的课可以到中心当面报。</View>
    </>
  )
}
