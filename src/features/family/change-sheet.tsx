import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { CHILDREN_RULES_VERSION, needsConsent } from '@/domain/family/consent'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import { Sheet } from '@/ui/sheet/sheet'
import { TextField } from '@/ui/text-field/text-field'
import { NICKNAME_LENGTH, nicknameProblem } from '../nickname'
import { useTyped } from '../use-typed'
import { BirthDatePicker } from './birth-date-picker'
import { Consent } from './consent'
import { birthProblem } from './member-draft'
import { ProblemNote } from './problem-note'
import type { Member } from './use-family'
import { useFamilyCommand } from './use-family-command'
import { saveMemberWords } from './wording'
import './change-sheet.css'

export type Changing = 'name' | 'birth'

interface ChangeSheetProps {
  member: Member
  /** What is changed; null for nothing. */
  changing: Changing | null
  /** `YYYY-MM-DD` */
  today: string
  onRules: () => void
  onClose: () => void
}

/** Changing the name or the birth date of a member; asks for consent anew where the rules changed. */
export function ChangeSheet({ member, changing, today, onRules, onClose }: ChangeSheetProps) {
  const { memberId, kind } = member
  const [name, setName, dropName] = useTyped(`name ${memberId}`, member.name)
  const [birthDate, setBirthDate] = useState(member.birthDate ?? '')
  const [agreed, setAgreed] = useState(false)
  const { send, busy, problem, forget } = useFamilyCommand('family.save', saveMemberWords)
  useEffect(() => {
    setBirthDate(member.birthDate ?? '')
    setAgreed(false)
    forget()
    // oxlint-disable-next-line react/exhaustive-deps -- begins anew each time it opens
  }, [changing])

  const minded = kind === 'child' && birthDate.length === 10 && needsConsent(birthDate, today)
  const asksConsent = minded && member.consent?.rulesVersion !== CHILDREN_RULES_VERSION
  const missing =
    changing === 'birth'
      ? birthProblem(kind, birthDate, today)
      : name.trim() === ''
        ? '写一个名字'
        : nicknameProblem(name)
  const save = async (): Promise<void> => {
    const done = await send({
      memberId,
      kind,
      name: name.trim(),
      birthDate: birthDate || null,
      ...(asksConsent && { consent: { rulesVersion: CHILDREN_RULES_VERSION } }),
    })
    if (!done) return
    dropName()
    notice('改好了')
    onClose()
  }
  return (
    <Sheet
      open={changing !== null}
      title={changing === 'birth' ? '改生日' : '改名字'}
      onClose={onClose}
    >
      {changing === 'birth' ? (
        <BirthDatePicker value={birthDate} today={today} onChange={setBirthDate} />
      ) : (
        <TextField
          label={kind === 'child' ? '名字' : '称呼'}
          value={name}
          maxLength={NICKNAME_LENGTH}
          error={missing ?? undefined}
          onChange={setName}
        />
      )}
      {changing === 'birth' && birthDate.length === 10 && missing ? (
        <ProblemNote problem={{ title: missing, next: '点“重选”再选一次。' }} />
      ) : null}
      {asksConsent ? (
        <Consent
          name={name.trim()}
          agreed={agreed}
          onAgree={setAgreed}
          onRules={() => {
            onClose()
            onRules()
          }}
        />
      ) : null}
      <ProblemNote problem={problem} />
      <View className="change-save">
        <Button
          block
          busy={busy}
          disabled={missing !== null || (asksConsent && !agreed)}
          onTap={() => void save()}
        >
          存下来
        </Button>
      </View>
    </Sheet>
  )
}
