import { useState } from 'react'
import { View } from '@tarojs/components'
import { serverNow } from '@/gateway/clock'
import { pickFile, PICTURES } from '@/gateway/device/pick-file'
import { upload } from '@/gateway/files/phone-upload'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { uploadSentence } from '../upload-words'
import { PHOTO_FILES, PHOTO_HUNG, PHOTO_TAKEN_DOWN, setPhotoWords } from './photo-words'
import { SaidNote } from './said-note'
import { type Said, useTelling } from './use-telling'
import { TELLING } from './wording'

interface PhotoDeskProps {
  stationId: string
  /** Whether a picture hangs there now. */
  hung: boolean
  onSignIn: () => void
  onChanged: () => void
}

/** For staff: hangs a picture at the station, another in its place, or takes it down. */
export function PhotoDesk({ stationId, hung, onSignIn, onChanged }: PhotoDeskProps) {
  const [sending, setSending] = useState(false)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Said | null>(null)
  const { tell, busy, said, forget } = useTelling({
    operation: 'stations.setPhoto',
    words: setPhotoWords,
    onSignIn,
  })

  const hang = async (): Promise<void> => {
    const file = await pickFile(PICTURES)
    if (!file) return
    forget()
    setProblem(null)
    setSending(true)
    const uploaded = await upload(file)
    if (uploaded.ok) {
      const { fileId } = uploaded.value
      if (await tell({ stationId, fileId }, () => PHOTO_HUNG)) onChanged()
    } else {
      setProblem({ ok: false, ...uploadSentence(uploaded, TELLING, serverNow(), PHOTO_FILES) })
    }
    setSending(false)
  }
  const takeDown = async (): Promise<void> => {
    setProblem(null)
    const done = await tell({ stationId, fileId: null }, () => PHOTO_TAKEN_DOWN)
    setAsking(false)
    if (done) onChanged()
  }

  return (
    <>
      {hung ? null : (
        <View className="note">
          放一张门口的照片，骑手夜里好认门。拍摄地点这些信息会自动去掉；别拍到人脸和车牌。
        </View>
      )}
      <SaidNote said={problem ?? said} />
      <View className="station-photo-acts">
        <Button kind="private" block={!hung} busy={sending} onTap={() => void hang()}>
          {sending ? '正在传照片' : hung ? '换一张' : '放一张照片'}
        </Button>
        {hung ? (
          <Button kind="ghost" disabled={sending} onTap={() => setAsking(true)}>
            撤下照片
          </Button>
        ) : null}
      </View>
      <Confirm
        open={asking}
        title="撤下这张照片？"
        body="撤下以后谁也看不到了。要再放，得重新传一次。"
        yes="撤下"
        no="留着"
        danger
        busy={busy}
        onYes={() => void takeDown()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
