import { useState } from 'react'
import { DayField as ADayField } from '@/ui/day-field/day-field'
import { FieldError as AFieldError } from '@/ui/field-error/field-error'
import { SearchField as ASearchField } from '@/ui/search-field/search-field'
import { TextArea as ATextArea } from '@/ui/text-area/text-area'
import { TextField as ATextField } from '@/ui/text-field/text-field'
import { LONG, nothing, State } from '../state'

export function TextField() {
  const [value, setValue] = useState('王奶奶')
  return (
    <>
      <State name="空着">
        <ATextField
          label="称呼"
          value=""
          placeholder="怎么称呼您"
          maxLength={20}
          onChange={nothing}
        />
      </State>
      <State name="写了">
        <ATextField label="称呼" value={value} maxLength={20} onChange={setValue} />
      </State>
      <State name="快写满了">
        <ATextField label="教室" value={LONG} maxLength={26} onChange={nothing} />
      </State>
      <State name="写错了">
        <ATextField
          label="电话"
          value="1380037"
          maxLength={11}
          error="手机号是 11 位数，再看看"
          onChange={nothing}
        />
      </State>
    </>
  )
}

export function FieldError() {
  return <AFieldError>这一天已经过了，换一天</AFieldError>
}

export function TextArea() {
  const [value, setValue] = useState('')
  return (
    <>
      <State name="空着">
        <ATextArea
          label="简单说说"
          value={value}
          placeholder="不写也行"
          maxLength={200}
          onChange={setValue}
        />
      </State>
      <State name="写了">
        <ATextArea label="简单说说" value={LONG.repeat(4)} maxLength={200} onChange={nothing} />
      </State>
    </>
  )
}

export function SearchField() {
  const [value, setValue] = useState('书法')
  return (
    <>
      <State name="空着">
        <ASearchField value="" placeholder="找课、找老师" onChange={nothing} />
      </State>
      <State name="写了">
        <ASearchField value={value} placeholder="找课、找老师" onChange={setValue} />
      </State>
    </>
  )
}

export function DayField() {
  const [day, setDay] = useState('2026-11-26')
  return (
    <>
      <State name="还没选">
        <ADayField label="哪一天开始" value="" today="2026-11-22" onChange={nothing} />
      </State>
      <State name="选了">
        <ADayField label="哪一天开始" value={day} today="2026-11-22" onChange={setDay} />
      </State>
      <State name="选错了">
        <ADayField
          label="哪一天开始"
          value="2026-11-20"
          today="2026-11-22"
          error="这一天已经过了，换一天"
          onChange={nothing}
        />
      </State>
    </>
  )
}
