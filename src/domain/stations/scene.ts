import { codeInScene } from '@/domain/access/scene-code'

/** The page of the mini-program that a door code opens, without a slash before it as WeChat wants. */
export const STATION_PAGE = 'pages/station/station/station'

/** The `scene` of a station's mini-program code (at most 32 characters of WeChat's set). */
export function sceneOf(doorCode: string): string {
  return `d=${doorCode}`
}

/** The door code in a `scene`, or as a person types it; null where there is none. */
export function doorCodeOfScene(scene: string): string | null {
  return codeInScene(scene, 'd')
}
