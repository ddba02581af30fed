import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import { tabs } from './tabs'
import './tab-bar.css'

/** The tab bar where the platform draws none of its own (H5). */
export function TabBar({ page }: { page: string }) {
  return (
    <View className="tab-bar" {...aria({ role: 'tablist', label: '主要页面' })}>
      {tabs.map((tab) => {
        const on = page.includes(tab.page)
        return (
          <Tap
            key={tab.page}
            role="tab"
            selected={on}
            className={on ? 'tab tab-on' : 'tab'}
            onTap={() => {
              if (!on) void Taro.switchTab({ url: `/${tab.page}` })
            }}
          >
            <Icon name={tab.icon} size={24} />
            {tab.text}
          </Tap>
        )
      })}
    </View>
  )
}
