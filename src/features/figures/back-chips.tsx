import { Chip, ChipRow } from '@/ui/chip/chip'
import { BACK, BACK_WORDS, type Back } from './span'

/** How far back: 近 3 个月 近半年 近一年 近两年. */
export function BackChips({ value, onChange }: { value: Back; onChange: (back: Back) => void }) {
  return (
    <ChipRow label="看多久">
      {BACK.map((back) => (
        <Chip key={back} selected={back === value} onTap={() => onChange(back)}>
          {BACK_WORDS[back]}
        </Chip>
      ))}
    </ChipRow>
  )
}
