import { createLog } from '@/cloud/log'
import { runAsProcess } from '../http/process'
import { startLocalHost } from './host'

const log = createLog({ name: 'local' })
void runAsProcess(log, () => startLocalHost(log))
