import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import type { ScanSaid as Said } from './scan-words'
import './scan-said.css'

/** What came of a scan, to be read at arm’s length. */
export function ScanSaid({ said }: { said: Said | null }) {
  return (
    <View {...aria({ role: 'status', live: 'assertive' })}>
      {said ? (
        <View className={said.ok ? 'scan-said scan-said-ok' : 'scan-said scan-said-not'}>
          <Icon name={said.ok ? 'check' : 'info'} size={28} />
          <View className="scan-said-words">
            <View className="scan-said-title">{said.title}</View>
            <View>{said.next}</View>
          </View>
        </View>
      ) : null}
    </View>
  )
}
