import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Member } from './use-family'
import './name-seal.css'

interface NameSealProps {
  member: Pick<Member, 'name' | 'kind'>
  large?: boolean
}

/** Somebody's own seal: the last character of the name, as people call a child. */
export function NameSeal({ member, large = false }: NameSealProps) {
  const character = Array.from(member.name).pop() ?? ''
  const className = `name-seal name-seal-${member.kind}${large ? ' name-seal-large' : ''}`
  return (
    <View className={className} {...aria({ hidden: true })}>
      {character}
    </View>
  )
}
