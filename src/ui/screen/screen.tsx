import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { type Scheme, useAppearance } from '../appearance'
import { AgreementHost } from '../agreement/agreement'
import { aria } from '../aria'
import { LayersContext, useLayers } from '../layers'
import { NoticeHost, useOwnNotice } from '../notice/notice'
import { barMetrics, paintSurroundings, showTabs } from '../surface/surface'
import { TabBar } from '../tab-bar/tab-bar'
import { tabs } from '../tab-bar/tabs'
import { ScreenBar } from './screen-bar'
import './screen.css'

interface ScreenProps {
  /** What stands in the bar at the top. */
  title?: ReactNode
  /** The title opens something, such as the choice of a centre. */
  onTitle?: () => void
  /** Shows the way back; a text names the place it leads to. */
  back?: boolean | string
  /** One of the tabs. Under 大字 there is no tab bar: the other tabs lead back to 首页. */
  tab?: boolean
  /** Drawn in this scheme whatever the others are in. */
  scheme?: Scheme
  /** Every target is at least 60 px high in 标准 too: for one hand, in a hurry, in the rain. */
  roomy?: boolean
  /** Stays in sight at the bottom, for the one action of the screen. */
  footer?: ReactNode
  children?: ReactNode
  /** Pulling down; the page's config has to enable it. */
  onRefresh?: () => Promise<unknown>
  /** What the screen is, for a screen reader, where the title does not say it. */
  label?: string
}

const HOME = tabs[0].page

function currentPage(): string {
  return Taro.getCurrentInstance().router?.path ?? ''
}

let goBack = (): void => undefined

/** Tells every screen what its way back does. */
export function setWayBack(go: () => void): void {
  goBack = go
}

function useSurroundings(tab: boolean, scheme: Scheme) {
  const { scale } = useAppearance()
  const shown = useRef(true)
  const paint = useCallback(() => {
    paintSurroundings(scheme, tab)
    if (tab) showTabs(scale === 'standard')
  }, [scheme, scale, tab])
  useDidShow(() => {
    shown.current = true
    paint()
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (shown.current) paint()
  }, [paint])
}

/** The root of every screen: scheme, scale, the bar with the way back, safe areas, the footer. */
export function Screen(props: ScreenProps) {
  const { tab = false, footer, onRefresh, roomy = false } = props
  const { scale, scheme: general } = useAppearance()
  const scheme = props.scheme ?? general
  const page = useRef(currentPage()).current
  const layers = useLayers()
  useOwnNotice()
  useSurroundings(tab, scheme)
  usePullDownRefresh(() => {
    void Promise.resolve(onRefresh?.()).finally(() => Taro.stopPullDownRefresh())
  })
  const large = scale === 'large'
  const back = props.back ?? (tab && large && !page.includes(HOME))
  // Beside the way back there is no room for large words: they stand below it.
  const below = large && back !== false && !props.onTitle
  return (
    <LayersContext.Provider value={layers}>
      <View className={`screen ${scheme} scale-${scale}${roomy ? ' roomy' : ''}`}>
        <ScreenBar
          metrics={barMetrics()}
          title={below ? undefined : props.title}
          onTitle={props.onTitle}
          back={back}
          onBack={() => goBack()}
          large={large}
          roomy={roomy}
        >
          <NoticeHost onTop={layers.sheets.length === 0} />
        </ScreenBar>
        <View className="screen-body" {...aria({ role: 'main', label: props.label })}>
          {below && props.title ? (
            <View className="title screen-heading" {...aria({ role: 'heading' })}>
              {props.title}
            </View>
          ) : null}
          {props.children}
        </View>
        {footer ? <View className="screen-footer">{footer}</View> : null}
        {process.env.TARO_ENV === 'h5' && tab && scale === 'standard' ? (
          <TabBar page={page} />
        ) : null}
        {process.env.TARO_ENV === 'h5' ? null : <AgreementHost />}
      </View>
    </LayersContext.Provider>
  )
}
