import type { Scheme } from '../appearance'
import './surface.h5.css'

/** A browser has no status bar of ours and no capsule: a plain bar of 56 px. */
export function barMetrics() {
  return { statusBar: 0, bar: 56, right: 0 }
}

/** The page around the column follows the scheme. */
export function paintSurroundings(scheme: Scheme, _tab: boolean) {
  document.documentElement.setAttribute('data-scheme', scheme)
}

/** The tab bar in a browser is drawn by the screen itself. */
export function showTabs(_shown: boolean) {}
