import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { StepBar } from '@/ui/step-bar/step-bar'
import { TextField } from '@/ui/text-field/text-field'
import { NICKNAME_LENGTH } from '../nickname'
import { SpokenCodeField } from '../spoken-code-field'
import { BirthDatePicker } from './birth-date-picker'
import { Consent } from './consent'
import type { Draft, Step } from './member-draft'
import { PathChoice } from './path-choice'
import { ProblemNote } from './problem-note'
import type { useAdding } from './use-adding'
import './add-member.css'

type Adding = ReturnType<typeof useAdding>

const QUESTIONS: Readonly<Record<Step, (draft: Draft) => { title: string; note: string }>> = {
  path: () => ({ title: '添谁？', note: '以后报名，点一下名字就行。' }),
  code: () => ({
    title: '请老人念口令',
    note: '老人打开“我的”里的“家里人”，点“让家里人替我报名”。',
  }),
  name: ({ path }) =>
    path === 'child'
      ? { title: '孩子叫什么？', note: '写小名也行，您认得出就好。' }
      : { title: '怎么称呼？', note: '比如妈妈、李奶奶，只有您看得到。' },
  birth: ({ name }) => ({ title: `${name.trim()}的生日`, note: '只用来算开课那天几岁。' }),
  consent: () => ({ title: '家长同意', note: '不满 14 岁的孩子，家长同意了才能记下。' }),
}

interface AddMemberProps {
  adding: Adding
  /** `YYYY-MM-DD` */
  today: string
  onRules: () => void
}

/** Adding somebody: one question a screen. */
export function AddMember({ adding, today, onRules }: AddMemberProps) {
  const { draft, step, at, of, problem } = adding
  const { title, note } = QUESTIONS[step](draft)
  return (
    <>
      {step === 'path' ? null : <StepBar at={at} of={of} />}
      <View className="title">{title}</View>
      <View className="note add-note">{note}</View>
      {body(adding, today, onRules)}
      <ProblemNote problem={problem} />
    </>
  )
}

function body(adding: Adding, today: string, onRules: () => void): ReactNode {
  const { draft, change, missing } = adding
  switch (adding.step) {
    case 'path':
      return <PathChoice onChoose={adding.choosePath} />
    case 'code':
      return (
        <Card>
          <SpokenCodeField value={draft.code} onChange={(code) => change({ code })} />
        </Card>
      )
    case 'name':
      return (
        <Card>
          <TextField
            label={draft.path === 'child' ? '名字' : '称呼'}
            value={draft.name}
            maxLength={NICKNAME_LENGTH}
            error={draft.name === '' ? undefined : (missing ?? undefined)}
            onChange={(name) => change({ name })}
          />
        </Card>
      )
    case 'birth':
      return (
        <>
          <BirthDatePicker
            value={draft.birthDate}
            today={today}
            onChange={(birthDate) => change({ birthDate })}
          />
          {draft.birthDate.length === 10 && missing ? (
            <ProblemNote problem={{ title: missing, next: '点“重选”再选一次。' }} />
          ) : null}
        </>
      )
    case 'consent':
      return (
        <Consent
          name={draft.name.trim()}
          agreed={draft.agreed}
          onAgree={(agreed) => change({ agreed })}
          onRules={onRules}
        />
      )
  }
}

/** One step back, one on; the last one adds. */
export function AddMemberFoot({ adding }: { adding: Adding }) {
  const { last, missing, busy } = adding
  return (
    <View className="add-foot">
      <View className="add-back">
        <Button kind="ghost" block disabled={busy} onTap={adding.back}>
          上一步
        </Button>
      </View>
      <View className="add-on">
        <Button
          block
          busy={busy}
          disabled={missing !== null}
          label={missing ? `${last ? '记下' : '下一步'}，${missing}` : undefined}
          onTap={adding.next}
        >
          {last ? '记下' : '下一步'}
        </Button>
      </View>
    </View>
  )
}
