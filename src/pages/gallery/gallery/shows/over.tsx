import { useEffect, useState } from 'react'
import { AgreementHost, askAgreement } from '@/ui/agreement/agreement'
import { Button } from '@/ui/button/button'
import { Confirm as AConfirm } from '@/ui/confirm/confirm'
import { Foot as AFoot } from '@/ui/foot/foot'
import { notice } from '@/ui/notice/notice'
import { Screen as AScreen } from '@/ui/screen/screen'
import { Sheet as ASheet } from '@/ui/sheet/sheet'
import { TabBar as ATabBar } from '@/ui/tab-bar/tab-bar'
import { tabs } from '@/ui/tab-bar/tabs'
import { LONG, nothing, Stage, State } from '../state'

export function Screen() {
  return (
    <>
      <State name="有返回、有脚">
        <Stage>
          <AScreen back="课程" title="周六公益书法" footer={<Foot />}>
            {LONG}
          </AScreen>
        </Stage>
      </State>
      <State name="标题能点，字多">
        <Stage>
          <AScreen title={LONG} onTitle={nothing} label="示例">
            {LONG}
          </AScreen>
        </Stage>
      </State>
    </>
  )
}

export function Foot() {
  return (
    <AFoot title="2 席" note="12月4日前可退">
      <Button block onTap={nothing}>
        报名
      </Button>
    </AFoot>
  )
}

export function TabBar() {
  return <ATabBar page={tabs[2].page} />
}

export function Sheet() {
  const [open, setOpen] = useState(true)
  return (
    <>
      <State name="开着">
        <Stage>
          <ASheet open={open} title="想问哪方面的事？" onClose={() => setOpen(false)}>
            {LONG}
          </ASheet>
        </Stage>
      </State>
      <Button kind="ghost" onTap={() => setOpen(true)}>
        再打开
      </Button>
    </>
  )
}

export function Confirm() {
  const asked = { title: '退掉这一席？', body: '12月4日前退，不记缺席。', yes: '退掉', no: '留着' }
  return (
    <>
      <State name="退不回来的">
        <Stage>
          <AConfirm {...asked} open danger onYes={nothing} onNo={nothing} />
        </Stage>
      </State>
      <State name="正在办">
        <Stage>
          <AConfirm {...asked} open busy onYes={nothing} onNo={nothing} />
        </Stage>
      </State>
    </>
  )
}

export function Agreement() {
  useEffect(() => {
    askAgreement({
      title: '先看一眼隐私保护',
      what: '要把课加到手机日历，得先同意。',
      otherwise: '不同意也能报名。',
      ...{ onRead: nothing, onAgree: nothing, onRefuse: nothing },
    })
  }, [])
  return (
    <Stage>
      <AgreementHost />
    </Stage>
  )
}

export function Notice() {
  return (
    <State name="点一下，上面说一句">
      <Button kind="ghost" onTap={() => notice('抄好了，可以贴给家里人')}>
        说一句
      </Button>
    </State>
  )
}
