import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './attributes'

// The phone shortens attribute names by the same table as the templates: both must know ours.
mergeInternalComponents(components)
