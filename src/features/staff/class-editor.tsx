import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { TextField } from '@/ui/text-field/text-field'
import { CLASS_LIMITS, type ClassForm, classForm, editedAnswer } from './class-edit'
import type { CellAnswer } from './answered-sheets'
import { timesInWords } from './publish-words'
import { WRITTEN_LIKE } from './timetable-words'
import type { PreviewedClass } from './use-publish'
import './timetable.css'

interface ClassEditorProps {
  of: PreviewedClass
  onTake: (answer: CellAnswer) => void
  onSkip: () => void
  onClose: () => void
}

const FIELDS: readonly {
  field: keyof ClassForm
  label: string
  most: number
  placeholder?: string
}[] = [
  { field: 'title', label: '课程名称', most: CLASS_LIMITS.title },
  { field: 'when', label: '上课时间（不改就空着）', most: CLASS_LIMITS.when },
  { field: 'place', label: '地点', most: CLASS_LIMITS.place },
  { field: 'host', label: '老师', most: CLASS_LIMITS.host },
  { field: 'seats', label: '名额', most: 6, placeholder: '不用报名就空着' },
  { field: 'fee', label: '费用（元）', most: 8, placeholder: '免费就空着' },
  { field: 'youngest', label: '从几岁', most: 3, placeholder: '不限就空着' },
  { field: 'oldest', label: '到几岁', most: 3, placeholder: '不限就空着' },
]

const FIELD_CLASSES: Partial<Record<keyof ClassForm, string>> = {
  title: 'timetable-field timetable-field-wide',
  when: 'timetable-field timetable-field-wide timetable-said',
}

/** A class of the sheet, edited where it stands: what is typed otherwise holds instead of the sheet. */
export function ClassEditor({ of, onTake, onSkip, onClose }: ClassEditorProps) {
  const [form, setForm] = useState(() => classForm(of))
  const edited = editedAnswer(form, of)
  const wrong = 'wrong' in edited ? edited.wrong : {}
  const isChanged = 'answer' in edited && Object.keys(edited.answer).length > 0
  const name = of.title || of.cell
  return (
    <View className="timetable-editor" {...aria({ role: 'listitem' })}>
      <View className="timetable-head">{`改“${name}”`}</View>
      <View className="note timetable-hint">只改这一次发布的，您的表不会变。</View>
      <View className="timetable-fields">
        {FIELDS.map(({ field, label, most, placeholder }) => (
          <View key={field} className={FIELD_CLASSES[field] ?? 'timetable-field'}>
            <TextField
              label={label}
              value={form[field]}
              maxLength={most}
              {...(placeholder && { placeholder })}
              {...(wrong[field] && { error: wrong[field] })}
              onChange={(text) => setForm({ ...form, [field]: text })}
            />
            {field === 'when' ? (
              <View className="note timetable-hint timetable-words">
                <View>{`现在：${timesInWords(of)}`}</View>
                <View>{`写法同表里：${WRITTEN_LIKE}`}</View>
              </View>
            ) : null}
          </View>
        ))}
      </View>
      <View className="timetable-choices">
        <Button kind="ghost" onTap={onClose}>
          不改了
        </Button>
        <Button
          disabled={!isChanged}
          onTap={() => {
            if ('answer' in edited) onTake(edited.answer)
          }}
        >
          用这些
        </Button>
      </View>
      <Button kind="quiet" block label={`${name}先不发布`} onTap={onSkip}>
        先不发布
      </Button>
    </View>
  )
}
