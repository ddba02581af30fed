import { useState } from 'react'
import { wholeTyped } from '@/domain/time/typed'
import { Button } from '@/ui/button/button'
import { TextField } from '@/ui/text-field/text-field'

interface OwnNumberProps {
  label: string
  /** What was said, where no chip says it. */
  value: number | null
  least: number
  most: number
  onTake: (value: number) => void
}

/** A number that no chip has. */
export function OwnNumber({ label, value, least, most, onTake }: OwnNumberProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  const number = wholeTyped(text)
  const isRight = number !== null && number >= least && number <= most
  return (
    <>
      <TextField
        label={label}
        value={text}
        maxLength={6}
        {...(text !== '' && !isRight && { error: `写 ${least} 到 ${most} 之间的数` })}
        onChange={setText}
      />
      {isRight && number !== value ? (
        <Button kind="ghost" block onTap={() => onTake(number)}>
          {`用 ${number}`}
        </Button>
      ) : null}
    </>
  )
}
