import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { serverNow } from '@/gateway/clock'
import { pickFile, type PickedFile, PICTURES } from '@/gateway/device/pick-file'
import { inMiniProgram } from '@/gateway/device/sharing'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import type { DraftFile } from './draft'
import { isPdf, refusalOf, sizeInWords, waitingAs } from './files'
import { FormPart, type PartProps } from './form-part'
import { forgetFile, pickedFile, previewOf, rememberFile } from './picked-files'
import './part-files.css'

/** WeChat has a way to pictures and another one to files; a browser has one to all. */
const WAYS = inMiniProgram
  ? [
      { label: '加照片', accept: PICTURES },
      { label: '从聊天里加 PDF', accept: '.pdf' },
    ]
  : [{ label: '加图片或 PDF', accept: `${PICTURES},application/pdf` }]

/** What to call a file: the phone's own name of a picture says nothing. */
function nameOf({ name, path }: PickedFile, held: number): string {
  if (path === undefined || isPdf(name)) return name.slice(-100)
  return `照片 ${held + 1}${name.slice(name.lastIndexOf('.'))}`
}

interface FilesPartProps extends PartProps {
  /** Fewer than a consultation may hold, where it has some already. */
  most?: number
}

/** Papers to go along: pictures and PDF. They are sent with the rest, not before. */
export function FilesPart({ draft, onChange, first, most = LIMITS.attachments }: FilesPartProps) {
  const [wrong, setWrong] = useState<string | null>(null)
  const { files } = draft

  const add = async (accept: string): Promise<void> => {
    const chosen = await pickFile(accept)
    if (!chosen) return
    const file = { ...chosen, name: nameOf(chosen, files.length) }
    const refusal = refusalOf(file, files.length, most)
    setWrong(refusal && `“${file.name}”没有加上：${refusal}。`)
    if (refusal) return
    const id = rememberFile(file, serverNow())
    onChange({ files: [...files, { id, name: file.name, bytes: file.size }] })
  }
  const remove = (file: DraftFile): void => {
    forgetFile(file.id)
    setWrong(null)
    onChange({ files: files.filter(({ id }) => id !== file.id) })
  }

  return (
    <FormPart
      first={first}
      title="有什么要给看的（可以不加）"
      note={`合同、欠条、照片。图片或 PDF，最多 ${most} 个，一个不超过 10 MB。`}
    >
      {files.map((file) => (
        <FileRow key={file.id} file={file} onRemove={() => remove(file)} />
      ))}
      {wrong ? (
        <View className="file-wrong" {...aria({ role: 'alert' })}>
          {wrong}
        </View>
      ) : null}
      {files.length < most ? (
        <View className="files-add">
          {WAYS.map(({ label, accept }) => (
            <Button key={label} kind="ghost" block onTap={() => void add(accept)}>
              {label}
            </Button>
          ))}
        </View>
      ) : null}
    </FormPart>
  )
}

function FileRow({ file, onRemove }: { file: DraftFile; onRemove: () => void }) {
  const { id, name, bytes } = file
  const preview = previewOf(id)
  const gone = pickedFile(id) === null && waitingAs(file, serverNow()) === null
  return (
    <View className="file">
      <View className="file-face" {...aria({ hidden: true })}>
        {preview ? (
          <Image className="file-picture" mode="aspectFill" src={preview} />
        ) : isPdf(name) ? (
          'PDF'
        ) : (
          '图'
        )}
      </View>
      <View className="file-words">
        <View className="file-name">{name}</View>
        <View className={gone ? 'file-wrong' : 'note'}>
          {gone ? '关过一次，要去掉再选一遍' : sizeInWords(bytes)}
        </View>
      </View>
      <Tap className="file-remove" label={`去掉${name}`} onTap={onRemove}>
        <Icon name="close" />
      </Tap>
    </View>
  )
}
