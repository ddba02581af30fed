import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import { arrowKeys, focusSoon } from '@/ui/keys/arrow-keys'
import { useWideDesk } from '@/ui/surface/desk'
import { Tap } from '@/ui/tap/tap'
import { DESK_DOORS, doorsByArea } from './desk-doors'
import { useServed } from './use-served'
import type { DeskFrameProps } from './desk-frame'
import { useMe } from './me/use-me'
import { goWorkbench, WORKBENCH } from './navigation/desk-routes'
import './desk-frame.h5.css'

const CONTENT = 'desk-content'
const HERE = { 'aria-current': 'page' }

/** At a desk: every part of the work stays in sight on the left, what is open stands on the right. */
export function DeskFrame({ centreId, children }: DeskFrameProps) {
  const wide = useWideDesk()
  const me = useMe()
  const isServed = useServed()
  const path = useRouter().path.replace(/^\//, '').split('?')[0]!
  if (!wide) return <>{children}</>
  // A page of a part, such as one list of the waiting lists, shows which part it is of.
  const here = DESK_DOORS.some(({ page }) => page === path) ? path : partOf(path)
  return (
    <View className="desk-panes">
      <Tap className="desk-skip" role="link" onTap={() => focusSoon(CONTENT)}>
        跳到内容
      </Tap>
      <View
        className="desk-side"
        {...aria({ role: 'navigation', label: '工作台' })}
        {...arrowKeys('.desk-link')}
      >
        <SideLink page={WORKBENCH} title="工作台" icon="home" here={path} />
        {doorsByArea(me.value, centreId, isServed).map(({ area, doors }) => (
          <View key={area} className="desk-area">
            <View className="desk-area-name">{area}</View>
            {doors.map((door) => (
              <SideLink key={door.page} {...door} here={here} />
            ))}
          </View>
        ))}
      </View>
      <View id={CONTENT} className="desk-content" {...{ tabIndex: -1 }}>
        {children}
      </View>
    </View>
  )
}

interface SideLinkProps extends Pick<(typeof DESK_DOORS)[number], 'page' | 'title' | 'icon'> {
  here: string
}

function SideLink({ page, title, icon, here }: SideLinkProps) {
  const on = page === here
  return (
    <View {...(on ? HERE : {})}>
      <Tap
        role="link"
        className={on ? 'desk-link desk-link-on' : 'desk-link'}
        onTap={() => (on ? undefined : goWorkbench.instead(page))}
      >
        <Icon name={icon} />
        {title}
      </Tap>
    </View>
  )
}

/** The door whose folder a page lies in, if only one does. */
function partOf(path: string): string {
  const folder = path.split('/').slice(0, 2).join('/')
  const [only, another] = DESK_DOORS.filter(({ page }) => page.startsWith(`${folder}/`))
  return only && !another ? only.page : path
}
