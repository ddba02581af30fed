import { View } from '@tarojs/components'
import { CONFIDENTIALITY_RULES, RULES } from '@/features/consultation/rules'
import { Card } from '@/ui/card/card'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import './rules.css'

/** The rules on confidentiality that somebody agrees to. */
export default function Rules() {
  return (
    <Screen back title="保密的规矩">
      {RULES.map(({ title, lines }) => (
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
      <View className="note rules-version">{`${CONFIDENTIALITY_RULES} 版`}</View>
    </Screen>
  )
}
