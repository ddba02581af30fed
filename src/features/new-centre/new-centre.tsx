import { Fragment, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Choice } from '@/ui/choice/choice'
import { Facts } from '@/ui/facts/facts'
import { StepBar } from '@/ui/step-bar/step-bar'
import { TextField } from '@/ui/text-field/text-field'
import { type Draft, hoursInWords, type Step, WEEKDAYS } from './draft'
import type { Opening } from './use-opening'
import './new-centre.css'

const QUESTIONS: Readonly<Record<Step, { title: string; note: string }>> = {
  name: { title: '叫什么？', note: '全名写在地图和表格上，短名给居民看，编号定了不能改。' },
  place: { title: '在哪儿？', note: '在腾讯地图或高德地图上点一下中心的门口，把坐标抄过来。' },
  open: { title: '电话和开门时间', note: '居民打这个电话，照这个时间来。' },
  template: { title: '照哪个中心开？', note: '带上它的活动，先当草稿，不排课，也不带人。' },
  look: { title: '再看一遍', note: '开了就在名单里，居民马上能选到。' },
}

/** What a template is called where there is none. */
const NO_TEMPLATE = ''

interface NewCentreProps {
  opening: Opening
  centres: readonly { centreId: string; shortName: string }[]
}

/** 开一个新中心: one question a screen. */
export function NewCentre({ opening, centres }: NewCentreProps) {
  const { draft, step, at, of, problem, change } = opening
  const { title, note } = QUESTIONS[step]
  return (
    <View className="new-centre">
      <StepBar at={at} of={of} />
      <View className="title">{title}</View>
      <View className="note new-centre-note">{note}</View>
      {/* Other fields: a keyboard that is open for the step before closes. */}
      <Fragment key={step}>{BODIES[step]({ draft, change, centres })}</Fragment>
      {problem ? (
        <View className="new-centre-problem" {...aria({ role: 'alert' })}>
          <View className="new-centre-why">{problem.title}</View>
          <View>{problem.next}</View>
        </View>
      ) : null}
    </View>
  )
}

interface BodyProps extends Pick<NewCentreProps, 'centres'> {
  draft: Draft
  change: Opening['change']
}

const BODIES: Readonly<Record<Step, (props: BodyProps) => ReactNode>> = {
  name: ({ draft, change }) => (
    <Card>
      <TextField
        label="全名"
        value={draft.name}
        maxLength={60}
        placeholder="比如：示例社区党群服务中心"
        onChange={(name) => change({ name })}
      />
      <TextField
        label="短名"
        value={draft.shortName}
        maxLength={20}
        placeholder="比如：示例社区"
        onChange={(shortName) => change({ shortName })}
      />
      <TextField
        label="编号"
        value={draft.centreId}
        maxLength={24}
        placeholder="拼音小写，比如：shili"
        onChange={(centreId) => change({ centreId })}
      />
    </Card>
  ),
  place: ({ draft, change }) => (
    <Card>
      <TextField
        label="地址"
        value={draft.address}
        maxLength={120}
        placeholder="路名和门牌"
        onChange={(address) => change({ address })}
      />
      <TextField
        label="坐标"
        value={draft.point}
        maxLength={40}
        placeholder="比如：113.6106, 34.7512"
        onChange={(point) => change({ point })}
      />
    </Card>
  ),
  open: ({ draft, change }) => (
    <Card>
      <TextField
        label="电话"
        value={draft.phone}
        maxLength={20}
        placeholder="比如：0371-00000000"
        onChange={(phone) => change({ phone })}
      />
      <View className="new-centre-days" {...aria({ hidden: true })}>
        星期几开门
      </View>
      <ChipRow label="星期几开门" many>
        {WEEKDAYS.map((day) => {
          const on = draft.days.includes(day)
          const days = on ? draft.days.filter((one) => one !== day) : [...draft.days, day]
          return (
            <Chip key={day} many selected={on} onTap={() => change({ days })}>
              {`周${weekdayCharacter(day)}`}
            </Chip>
          )
        })}
      </ChipRow>
      <TextField
        label="几点开门"
        value={draft.opens}
        maxLength={5}
        onChange={(opens) => change({ opens })}
      />
      <TextField
        label="几点关门"
        value={draft.closes}
        maxLength={5}
        onChange={(closes) => change({ closes })}
      />
    </Card>
  ),
  template: ({ draft, change, centres }) => (
    <Choice
      label="照哪个中心开"
      options={[
        ...centres.map(({ centreId, shortName }) => ({ value: centreId, label: shortName })),
        { value: NO_TEMPLATE, label: '空着开', note: '活动以后自己排' },
      ]}
      value={draft.template === null ? NO_TEMPLATE : (draft.template ?? null)}
      onChange={(value) => change({ template: value === NO_TEMPLATE ? null : value })}
    />
  ),
  look: ({ draft, centres }) => (
    <Card>
      <Facts
        items={[
          {
            icon: 'home',
            title: draft.name.trim(),
            note: `${draft.shortName.trim()}，编号 ${draft.centreId.trim()}`,
          },
          { icon: 'pin', title: draft.address.trim(), note: `坐标 ${draft.point.trim()}` },
          { icon: 'clock', title: hoursInWords(draft), note: `电话 ${draft.phone.trim()}` },
          {
            icon: 'calendar',
            title:
              draft.template === null
                ? '空着开'
                : `照${centres.find(({ centreId }) => centreId === draft.template)?.shortName ?? '选的中心'}开`,
          },
        ]}
      />
    </Card>
  ),
}

/** One step back, one on; the last one opens the centre. */
export function NewCentreFoot({ opening }: { opening: Opening }) {
  const { step, at, missing, busy, back, next } = opening
  const onward = step === 'look' ? (busy ? '正在开' : '开这个中心') : '下一步'
  return (
    <View className="new-centre-foot">
      {at > 1 ? (
        <View className="new-centre-back">
          <Button kind="ghost" block disabled={busy} onTap={back}>
            上一步
          </Button>
        </View>
      ) : null}
      <View className="new-centre-on">
        <Button block busy={busy} disabled={missing !== null} onTap={next}>
          {missing ?? onward}
        </Button>
      </View>
    </View>
  )
}
