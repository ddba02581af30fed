import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { notice } from '@/ui/notice/notice'
import { ProblemSheet } from './problem-sheet'
import { useChange } from './use-change'
import { rateWords } from './wording'
import { RATINGS } from './words'
import './rating.css'

/** Whether it helped: five plain answers, asked once. */
export function Rating({
  consultationId,
  onRated,
}: {
  consultationId: string
  onRated: () => void
}) {
  const [value, setValue] = useState<(typeof RATINGS)[number]['value'] | null>(null)
  const rating = useChange('consultation.rate', rateWords)
  const send = async (): Promise<void> => {
    if (value === null) return
    const rated = await rating.change({ consultationId, satisfaction: Number(value) })
    if (rated) notice('记下了，谢谢您')
    if (rated || rating.code === 'ALREADY_RATED') onRated()
  }
  return (
    <Section title="帮上忙了吗" note="只问这一次">
      <Choice label="帮上忙了吗" options={RATINGS} value={value} onChange={setValue} />
      {value === null ? null : (
        <View className="rating-send">
          <Button kind="private" block busy={rating.busy} onTap={() => void send()}>
            就这样说
          </Button>
        </View>
      )}
      <ProblemSheet sentence={rating.sentence} onClose={rating.dismiss} />
    </Section>
  )
}
