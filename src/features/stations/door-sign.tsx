import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { Output } from '@/contract'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { pageAddress } from '@/gateway/device/page-address'
import { Button } from '@/ui/button/button'
import { qrDataUri } from '@/ui/check-in-code/qr'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { READING, type Sentence, sentenceFor } from '../refusal-words'
import { SaidNote } from './said-note'
import { doorSignWords } from './wording'
import { spokenImage } from '@/ui/picture/spoken-image'
import './door-sign.css'

type Sign = Output<'stations.doorSign'>

/** For staff: the code to print and hang at the door, which opens this station's page. */
export function DoorSign({ stationId, name }: { stationId: string; name: string }) {
  const [busy, setBusy] = useState(false)
  const [sign, setSign] = useState<Sign | null>(null)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const show = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const reply = await call('stations.doorSign', { stationId })
    setBusy(false)
    if (reply.ok) setSign(reply.value)
    else setProblem(sentenceFor(doorSignWords, READING, reply, serverNow()))
  }

  return (
    <Section title="门口的码">
      <Button kind="ghost" block busy={busy} icon="qr" onTap={() => void show()}>
        看门口贴的码
      </Button>
      <SaidNote said={problem && { ok: false, ...problem }} />
      <Sheet open={sign !== null} title={name} onClose={() => setSign(null)}>
        {sign ? <Picture sign={sign} name={name} /> : null}
      </Sheet>
    </Section>
  )
}

function Picture({ sign, name }: { sign: Sign; name: string }) {
  const { doorCode, picture, page, scene } = sign
  const address = pageAddress(page, { scene })
  const source = picture
    ? `data:image/png;base64,${picture}`
    : address === null
      ? null
      : qrDataUri(address)
  return (
    <View className="door-sign">
      {source ? (
        <View className="door-sign-paper">
          <Image
            className="door-sign-code"
            src={source}
            showMenuByLongpress
            {...spokenImage(`${name}门口的码`)}
          />
        </View>
      ) : null}
      <View className="door-sign-letters">{doorCode}</View>
      <View className="note">
        {picture
          ? '长按存下，打印出来贴在门口。一扫就打开这个驿站：说一声、确认开着、打电话。'
          : source
            ? '这是网页的码。小程序上线以后，在小程序里打开这一页，就有小程序码。'
            : '小程序上线以后，这里会有小程序码；现在可以先把这六个字写在门口。'}
      </View>
    </View>
  )
}
