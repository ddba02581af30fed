import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import type { Path } from './member-draft'
import { NameSeal } from './name-seal'
import './member-rows.css'

const PATHS = [
  { path: 'child', kind: 'child', seal: '孩', title: '孩子', note: '写名字和生日，要家长同意' },
  { path: 'elder', kind: 'elder', seal: '老', title: '老人，我来替他报', note: '写个称呼就行' },
  {
    path: 'link',
    kind: 'elder',
    seal: '令',
    title: '老人自己也用常来',
    note: '请老人念个口令，两边都看得到',
  },
] as const

/** Who is to be added: the first of the questions. */
export function PathChoice({ onChoose }: { onChoose: (path: Path) => void }) {
  return (
    <View className="members" {...aria({ role: 'group', label: '添谁' })}>
      {PATHS.map(({ path, kind, seal, title, note }) => (
        <Tap key={path} className="member" label={`${title}，${note}`} onTap={() => onChoose(path)}>
          <NameSeal member={{ kind, name: seal }} />
          <View className="member-words">
            <View className="member-name">{title}</View>
            <View className="note">{note}</View>
          </View>
          <Icon name="chevron-right" size={16} />
        </Tap>
      ))}
    </View>
  )
}
