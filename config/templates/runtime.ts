import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import { added, prune } from './attributes'

// The phone shortens attribute names by the same table as the templates: both must agree.
mergeInternalComponents(added)
prune(internalComponents)
