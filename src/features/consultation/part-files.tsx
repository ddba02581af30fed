import { useState } from 'react'
import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { serverNow } from '@/gateway/clock'
import { pickFile, typeOf } from '@/gateway/device/pick-file'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import type { DraftFile } from './draft'
import { refusalOf, sizeInWords, waitingAs, WAYS_TO_PICK } from './files'
import { FormPart, type PartProps } from './form-part'
import { forgetFile, pickedFile, previewOf, rememberFile } from './picked-files'
import './part-files.css'

interface FilesPartProps extends PartProps {
  /** Fewer than a consultation may hold, where it has some already. */
  most?: number
}

/** Papers to go along: pictures and PDF. They are sent with the rest, not before. */
export function FilesPart({ draft, onChange, first, most = LIMITS.attachments }: FilesPartProps) {
  const [wrong, setWrong] = useState<string | null>(null)
  const { files } = draft

  const add = async (accept: string): Promise<void> => {
    const file = await pickFile(accept)
    if (!file) return
    const refusal = refusalOf({ ...file, type: typeOf(file) }, files.length, most)
    setWrong(refusal && `“${file.name}”没有加上：${refusal}。`)
    if (refusal) return
    const id = rememberFile(file, serverNow())
    onChange({ files: [...files, { id, name: file.name.slice(0, 100), bytes: file.size }] })
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
        <View className="file-ways">
          {WAYS_TO_PICK.map(({ words, accept }) => (
            <Button key={accept} kind="ghost" block onTap={() => void add(accept)}>
              {words}
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
      <View
        className="file-face"
        style={preview ? { backgroundImage: `url("${preview}")` } : undefined}
        {...aria({ hidden: true })}
      >
        {preview ? '' : /\.pdf$/i.test(name) ? 'PDF' : '图'}
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
