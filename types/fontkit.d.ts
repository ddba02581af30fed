/** The little of fontkit that config/glyphs/generate.ts uses. */
declare module 'fontkit' {
  export interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    args: number[]
  }
  export interface Font {
    type: 'TTF' | 'WOFF' | 'WOFF2'
    unitsPerEm: number
    glyphForCodePoint(codePoint: number): { path: { commands: PathCommand[] } }
  }
  export interface Collection {
    type: 'TTC' | 'DFont'
  }
  export function openSync(file: string, postscriptName?: string): Font | Collection
}
