export { scrollToTop } from '@/gateway/device/scroll'
