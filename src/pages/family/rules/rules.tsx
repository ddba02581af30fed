import { View } from '@tarojs/components'
import { CHILDREN_RULES, CHILDREN_RULES_IN_FORCE } from '@/features/family/children-rules'
import { Card } from '@/ui/card/card'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import './rules.css'

/** 儿童个人信息保护规则, in plain words. */
export default function RulesPage() {
  return (
    <Screen back title="保护规则">
      <View className="title">儿童个人信息保护规则</View>
      {CHILDREN_RULES.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Card>
            {lines.map((line) => (
              <View key={line} className="rules-line">
                {line}
              </View>
            ))}
          </Card>
        </Section>
      ))}
      <View className="note family-rules-version">
        {`${CHILDREN_RULES_IN_FORCE}，照《儿童个人信息网络保护规定》写的。`}
      </View>
    </Screen>
  )
}
