import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Drawn } from '@/domain/ballot/draw'
import type { EntryList } from '@/domain/ballot/entry-list'
import { whyOf } from '@/domain/ballot/why'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { Tag } from '@/ui/tag/tag'
import { TextField } from '@/ui/text-field/text-field'
import { weightInWords } from './ballot-words'
import { whyInWords } from './check-words'
import './why-card.css'

interface WhyCardProps {
  list: EntryList
  drawn: readonly Drawn[]
  /** My own entry's number; null for somebody who has none. */
  mine: number | null
  titles: ReadonlyMap<string, string>
}

/** Where one entry was drawn and why it won or lost: mine first, any other by its number. */
export function WhyCard({ list, drawn, mine, titles }: WhyCardProps) {
  const [typed, setTyped] = useState('')
  const asked = typed.trim() === '' ? mine : Number(typed.trim())
  const why = asked === null ? null : whyOf(list, drawn, asked)
  const won = why?.wishes.some(({ outcome }) => outcome === 'won') ?? false
  return (
    <Section title={asked !== null && asked === mine ? '您的号' : '查一个号'}>
      <Card>
        {why ? (
          <View {...aria({ live: 'polite' })}>
            <View className="why-head">
              <View className="why-figures number">
                <View>
                  <View className="why-word">{asked === mine ? '您的号' : '编号'}</View>
                  <View className="why-figure">{why.number}</View>
                </View>
                <View>
                  <View className="why-word">{`${why.of} 份里排在`}</View>
                  <View className="why-figure">{`第 ${why.place} 位`}</View>
                </View>
              </View>
              <Tag tone={won ? 'free' : 'waiting'}>{won ? '摇中了' : '这次没摇中'}</Tag>
            </View>
            {whyInWords(why, titles).map((line) => (
              <View key={line} className="why-line number">
                {line}
              </View>
            ))}
            <View className="note number">{`${why.seats} 位一起，${weightInWords(why.weight)}`}</View>
          </View>
        ) : asked === null ? null : (
          <View className="why-line">{`名单里没有编号 ${typed.trim()}。`}</View>
        )}
        <View className={asked === null ? '' : 'why-ask'}>
          <TextField
            label={mine === null ? '编号' : '查别的编号'}
            value={typed}
            maxLength={5}
            placeholder="写一个编号"
            onChange={setTyped}
          />
        </View>
      </Card>
    </Section>
  )
}
