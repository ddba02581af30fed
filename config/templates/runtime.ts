import { mergeReconciler } from '@tarojs/shared'
import { hostConfig } from '@tarojs/plugin-platform-weapp/dist/runtime-utils'

// What the platform's own runtime does, but for merging WeChat's attributes into the table.
mergeReconciler(hostConfig)
