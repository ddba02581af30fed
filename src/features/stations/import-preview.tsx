import { View } from '@tarojs/components'
import { DATUMS, DATUM_NAMES, type Datum } from '@/domain/stations/datum'
import { Choice } from '@/ui/choice/choice'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { unlisted } from './import-model'
import type { Preview, Removals } from './use-import'

interface ImportPreviewProps {
  preview: Preview
  wish: Removals
  onWish: (wish: Removals) => void
  onDatum: (datum: Datum) => void
}

/** What a list would change, line by line, and what still has to be answered. */
export function ImportPreview({ preview, wish, onWish, onDatum }: ImportPreviewProps) {
  const { counts, errors, added, changed, missing, takenOff, unknownWords } = preview
  return (
    <>
      <Section title="坐标是哪一种" note={DATUM_NOTES[preview.datumSource]}>
        <Choice
          label="坐标是哪一种"
          options={DATUMS.map((datum) => ({ value: datum, label: DATUM_NAMES[datum] }))}
          value={preview.datumSource === 'guessed' ? null : preview.datum}
          onChange={onDatum}
        />
        {preview.datumSource === 'guessed' ? (
          <View className="note">
            {`名单里没写，看着像 ${DATUM_NAMES[preview.datum]}。选错了，驿站会偏出几百米。`}
          </View>
        ) : null}
      </Section>
      <Lines
        title="有错，这些行不导入"
        count={errors.length}
        lines={errors.map(({ row, column, problem, read }) => ({
          title: `第 ${row} 行 · ${column}`,
          note: read ? `${problem}。读到的是：${read}` : problem,
        }))}
      />
      <Lines title="新增" count={counts.added} lines={added.map(lineOf)} />
      <Lines title="有变化" count={counts.changed} lines={changed.map(lineOf)} />
      <Lines
        title="名单里有，但以前撤下了"
        count={counts.takenOff}
        lines={takenOff.map(lineOf)}
        choice={{
          options: [
            { value: 'no', label: '不恢复' },
            { value: 'yes', label: '恢复' },
          ],
          on: wish.restore,
          onChange: (restore) => onWish({ ...wish, restore }),
        }}
      />
      <Lines
        title="名单里没有"
        count={counts.missing}
        lines={missing.map(({ name, what }) => ({ title: name, note: what }))}
        choice={{
          options: [
            { value: 'no', label: '保留' },
            { value: 'yes', label: '撤下' },
          ],
          on: wish.removeMissing,
          onChange: (removeMissing) => onWish({ ...wish, removeMissing }),
        }}
      />
      <Lines
        title="不认识的设施，没有记下"
        count={unknownWords.length}
        lines={unknownWords.map(({ word, rows }) => ({
          title: word,
          note: `第 ${rows.join('、')} 行`,
        }))}
      />
    </>
  )
}

const DATUM_NOTES: Readonly<Record<Preview['datumSource'], string | undefined>> = {
  given: undefined,
  named: '名单里写明的',
  guessed: '请选一个',
}

const lineOf = ({ row, name, what }: Preview['added'][number]) => ({
  title: `${name}`,
  note: `第 ${row} 行 · ${what}`,
})

interface LinesProps {
  title: string
  count: number
  lines: readonly { title: string; note: string }[]
  choice?: {
    options: readonly { value: 'no' | 'yes'; label: string }[]
    on: boolean
    onChange: (on: boolean) => void
  }
}

/** Lines of one kind under their heading; nothing where there are none. */
function Lines({ title, count, lines, choice }: LinesProps) {
  if (count === 0) return null
  const more = unlisted(lines, count)
  return (
    <Section title={title} note={`${count}`}>
      {choice ? (
        <Choice
          label={title}
          options={choice.options}
          value={choice.on ? 'yes' : 'no'}
          onChange={(value) => choice.onChange(value === 'yes')}
        />
      ) : null}
      <Rows label={title}>
        {lines.map((line, index) => (
          <Row key={`${index} ${line.title}`} title={line.title} note={line.note} />
        ))}
      </Rows>
      {more ? <View className="note">{more}</View> : null}
    </Section>
  )
}
