import sharp from 'sharp'

const WIDTH = 1200
const HEIGHT = 900

/** A table laid for calligraphy, drawn, and said to be a sample on its own sheet. */
const TABLE = `
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 1200 900">
  <defs>
    <linearGradient id="wood" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#b98a5a"/><stop offset="1" stop-color="#8f6337"/>
    </linearGradient>
    <linearGradient id="light" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#fff3d6" stop-opacity=".55"/>
      <stop offset="1" stop-color="#fff3d6" stop-opacity="0"/>
    </linearGradient>
  </defs>
  <rect width="1200" height="900" fill="url(#wood)"/>
  <g stroke="#7c5530" stroke-opacity=".35" stroke-width="3">
    ${[120, 290, 470, 640, 810].map((y) => `<path d="M0 ${y}C400 ${y - 14} 800 ${y + 14} 1200 ${y}"/>`).join('')}
  </g>
  <rect x="180" y="190" width="620" height="560" rx="4" fill="#f7f1e4" transform="rotate(-4 490 470)"/>
  <g transform="rotate(-4 490 470)" fill="#2a2622" text-anchor="middle"
    font-family="Noto Serif CJK SC, Noto Sans CJK SC, serif">
    <text x="490" y="450" font-size="190" font-weight="700">示例</text>
    <text x="490" y="640" font-size="110">书画台</text>
  </g>
  <rect x="690" y="600" width="64" height="64" rx="8" fill="#a8362a" transform="rotate(-4 490 470)"/>
  <g transform="rotate(24 950 430)">
    <rect x="936" y="120" width="26" height="430" rx="12" fill="#5b3a22"/>
    <path d="M930 545h38l-19 120z" fill="#1f1b18"/>
  </g>
  <rect x="880" y="640" width="230" height="150" rx="22" fill="#3a3d42"/>
  <ellipse cx="995" cy="712" rx="82" ry="44" fill="#14161a"/>
  <rect width="1200" height="900" fill="url(#light)"/>
</svg>`

/** A sample picture of a calligraphy class, 1200 × 900 JPEG. */
export function coverPicture(): Promise<Buffer> {
  return sharp(Buffer.from(TABLE)).jpeg({ quality: 90 }).toBuffer()
}
