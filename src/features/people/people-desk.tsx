import { useState } from 'react'
import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { GrantSheet } from './grant-sheet'
import { InvitationSheet } from './invitation-sheet'
import { InviteSheet, type Made } from './invite-sheet'
import { calledOr, roleName, rolesGivenIn } from './role-words'
import { type Grant, type Invitation, usePeople } from './use-people'
import { listRolesWords } from './wording'
import './people.css'

interface PeopleDeskProps {
  centreId: string
  now: number
  made: Made | null
  onMade: (made: Made | null) => void
  /** Opens what somebody did. */
  onDone: (workerKey: string) => void
}

/** 谁在这里工作: who has which role, the invitations that are open, and a way to invite. */
export function PeopleDesk({ centreId, now, made, onMade, onDone }: PeopleDeskProps) {
  const { grants: answer, invitations, refresh } = usePeople(centreId)
  const [asked, setAsked] = useState<Grant | null>(null)
  const [open, setOpen] = useState<Invitation | null>(null)
  const [inviting, setInviting] = useState(false)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={listRolesWords} now={now} />
  }
  const { grants } = answer.value
  const waiting = invitations.value?.invitations ?? []
  return (
    <>
      <Copied answer={answer} now={now} />
      <View className="people-gap desk-lead">
        <Button block icon="people" onTap={() => setInviting(true)}>
          邀请一位
        </Button>
      </View>
      <View className="desk-flow">
        {waiting.length > 0 ? (
          <Section title="没用的邀请" note="点开可以收回">
            <Rows label="没用的邀请">
              {waiting.map((one) => {
                const until = `${momentInWords(parseInstant(one.expiresAt), now)} 前有效`
                return (
                  <Row
                    key={one.invitationId}
                    title={one.note}
                    note={`${roleName(one.role)} · ${until}`}
                    label={`给${one.note}的邀请，${roleName(one.role)}，${until}`}
                    onTap={() => setOpen(one)}
                  />
                )
              })}
            </Rows>
          </Section>
        ) : null}
        {rolesGivenIn(centreId)
          .map((role) => ({ role, held: grants.filter((one) => one.role === role) }))
          .filter(({ held }) => held.length > 0)
          .map(({ role, held }) => (
            <Section key={role} title={roleName(role)} note={`${held.length} 位`}>
              <Rows label={roleName(role)}>
                {held.map((grant) => {
                  const called = calledOr(grant.nickname, role)
                  const since = sinceInWords(grant, now)
                  return (
                    <Row
                      key={grant.grantId}
                      title={grant.own ? `${called}（您）` : called}
                      note={since}
                      label={`${called}，${roleName(role)}，${since}`}
                      onTap={() => setAsked(grant)}
                    />
                  )
                })}
              </Rows>
            </Section>
          ))}
      </View>
      <GrantSheet grant={asked} refresh={refresh} onDone={onDone} onClose={() => setAsked(null)} />
      <InvitationSheet invitation={open} refresh={refresh} onClose={() => setOpen(null)} />
      <InviteSheet
        open={inviting}
        centreId={centreId}
        now={now}
        made={made}
        onMade={onMade}
        refresh={refresh}
        onClose={() => setInviting(false)}
      />
    </>
  )
}

function sinceInWords({ since, by }: Grant, now: number): string {
  if (since === null) return '开通时就有'
  const from = `${momentInWords(parseInstant(since), now)} 起`
  return by === null ? from : `${from} · ${by}邀请`
}
