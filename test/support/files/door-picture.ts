import sharp from 'sharp'

const WIDTH = 960
const HEIGHT = 1280

/** A door as one would photograph it, drawn, and said to be a sample on its own plate. */
const DOOR = `
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 960 1280">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#d9cdb8"/><stop offset="1" stop-color="#c4b59a"/>
    </linearGradient>
    <linearGradient id="glass" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#f6e7b8"/><stop offset="1" stop-color="#d9b878"/>
    </linearGradient>
  </defs>
  <rect width="960" height="1280" fill="url(#wall)"/>
  <g stroke="#b3a488" stroke-width="3">
    ${Array.from({ length: 9 }, (_, row) => `<path d="M0 ${row * 120 + 60}H960"/>`).join('')}
    ${Array.from({ length: 9 }, (_, row) =>
      Array.from(
        { length: 5 },
        (__, brick) => `<path d="M${brick * 240 + (row % 2) * 120} ${row * 120 - 60}v120"/>`,
      ).join(''),
    ).join('')}
  </g>
  <rect y="1100" width="960" height="180" fill="#8d8577"/>
  <rect x="210" y="1076" width="540" height="40" rx="6" fill="#a59c8c"/>
  <rect x="180" y="150" width="600" height="120" rx="14" fill="#9c3b2e"/>
  <text x="480" y="232" font-size="72" font-weight="700" text-anchor="middle" fill="#fff8ec"
    font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif" letter-spacing="18">暖心驿站</text>
  <rect x="240" y="300" width="480" height="790" rx="10" fill="#5d6b57"/>
  <rect x="266" y="326" width="208" height="748" rx="6" fill="url(#glass)"/>
  <rect x="486" y="326" width="208" height="748" rx="6" fill="url(#glass)"/>
  <path d="M300 1040L440 360M520 1040L660 360" stroke="#fff" stroke-opacity=".35" stroke-width="26"/>
  <rect x="452" y="640" width="14" height="150" rx="7" fill="#2f352c"/>
  <rect x="494" y="640" width="14" height="150" rx="7" fill="#2f352c"/>
  <circle cx="480" cy="104" r="34" fill="#ffe9a8"/>
  <circle cx="480" cy="104" r="70" fill="#ffe9a8" fill-opacity=".28"/>
  <rect x="766" y="620" width="120" height="160" rx="8" fill="#fff8ec"/>
  <text x="826" y="690" font-size="40" text-anchor="middle" fill="#5a4a3a"
    font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif">示例</text>
  <text x="826" y="744" font-size="40" text-anchor="middle" fill="#5a4a3a"
    font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif">照片</text>
</svg>`

/** A sample photograph of a station's door, 960 × 1280 JPEG. */
export function doorPicture(): Promise<Buffer> {
  return sharp(Buffer.from(DOOR)).jpeg({ quality: 90 }).toBuffer()
}
