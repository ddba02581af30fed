import type { ReactNode } from 'react'
import { useRouter } from '@tarojs/taro'
import { Copied, Unread } from '@/features/answer-states'
import { dataWords } from '@/features/me/data-words'
import { EraseAccount, Erased } from '@/features/me/erase-account'
import { ExportData } from '@/features/me/export-data'
import { KeptData } from '@/features/me/kept-data'
import { useMyData } from '@/features/me/use-my-data'
import { goDevices } from '@/features/navigation/device-routes'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { useAppearance } from '@/ui/appearance'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'

const TITLES = { see: '存了什么', export: '导出一份', erase: '注销' } as const
type Part = keyof typeof TITLES

/** 我的资料: what is kept about me and for how long, a copy of it, and the end of it. */
export default function MyData() {
  const { part } = useRouter<{ part?: Part }>().params
  const large = useAppearance(({ scale }) => scale) === 'large'
  const now = useNow()
  const mine = useMyData()
  const { value, visitor, erased } = mine
  const shows = (one: Part): boolean => (part ? part === one : !large)
  const title = (part && TITLES[part]) || '我的资料'
  if (erased) {
    return (
      <Screen back title={title}>
        <Erased done={erased} onHome={() => go.tab('home')} />
      </Screen>
    )
  }
  return (
    <Screen back title={title} onRefresh={mine.refresh}>
      {visitor ? (
        <Empty
          scene="gate"
          title="还没选身份"
          note="在“我的”里选一个身份，再回来"
          action={{ label: '去“我的”', onTap: () => go.tab('me') }}
        />
      ) : value === null ? (
        mine.failure ? (
          <Unread answer={mine} words={dataWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : (
        <>
          <Copied answer={mine} now={now} />
          {large && !part ? (
            <Card>
              <Facts items={PARTS} />
            </Card>
          ) : null}
          {shows('see') ? (
            <Part title={part ? null : '存了什么，留多久'}>
              <KeptData groups={value.groups} doors={DOORS} />
            </Part>
          ) : null}
          {shows('export') ? (
            <Part title={part ? null : '导出一份'}>
              <ExportData
                busy={mine.working === 'export'}
                disabled={mine.working !== null}
                onSave={mine.save}
              />
            </Part>
          ) : null}
          {shows('erase') ? (
            <Part title={part ? null : '注销'}>
              <EraseAccount
                data={value}
                busy={mine.working === 'erase'}
                problem={mine.problem}
                onErase={mine.erase}
              />
            </Part>
          ) : null}
        </>
      )}
    </Screen>
  )
}

/** A screen of its own needs no heading: the bar says it. */
function Part({ title, children }: { title: string | null; children: ReactNode }) {
  const card = <Card>{children}</Card>
  return title === null ? card : <Section title={title}>{card}</Section>
}

const DOORS = {
  identity: { label: '改称呼和常去的中心', go: go.settings },
  family: { label: '看和改家里人', go: go.family },
  consultations: { label: '看我的预约', go: () => go.consultation('mine') },
  desks: { label: '看在哪些电脑上登录着', go: goDevices.mine },
  calendar: { label: '看日历地址', go: go.phoneCalendar },
}

const PARTS: Fact[] = [
  {
    ...{ icon: 'search', title: '看看存了什么', label: '看看存了什么' },
    ...{ note: '每一样留多久', onTap: () => go.myData('see') },
  },
  { icon: 'me', title: '改称呼', note: '还有常去的中心', label: '改称呼', onTap: go.settings },
  { icon: 'people', title: '改家里人', note: '名字和生日', label: '改家里人', onTap: go.family },
  {
    ...{ icon: 'share', title: '导出一份', label: '导出一份' },
    ...{ note: '存成文件带走', onTap: () => go.myData('export') },
  },
  {
    ...{ icon: 'close', title: '注销', label: '注销' },
    ...{ note: '以后不用了', onTap: () => go.myData('erase') },
  },
]
