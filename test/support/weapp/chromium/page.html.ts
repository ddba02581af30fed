/** The browser's page that stands for the phone's screen, with the style of WeChat's own parts. */
export const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>weapp</title>
<style>
html, body { margin: 0; height: 100%; overflow: hidden; }
body { font-family: -apple-system, 'Helvetica Neue', 'Noto Sans CJK SC', sans-serif; }
#pages { position: fixed; inset: 0; }
/* The transform makes the frame what fixed elements are fixed to, as a page's window is. */
.frame { position: absolute; top: 0; left: 0; right: 0; height: var(--window-height); transform: translateZ(0); overflow: hidden; background: #fff; }
[data-theme=dark] .frame { background: #111; }
wx-page { display: block; height: 100%; overflow-x: hidden; overflow-y: auto; overflow-wrap: break-word; }
wx-page::-webkit-scrollbar, wx-scroll-view::-webkit-scrollbar { display: none; }
#status-bar { position: fixed; top: 0; left: 0; right: 0; height: var(--status-bar-height); z-index: 9998; pointer-events: none; box-sizing: border-box; padding: 16px 32px 0 44px; display: flex; justify-content: space-between; font: 600 15px/20px 'Noto Sans CJK SC', sans-serif; color: #111; }
[data-bar=white] #status-bar { color: #f4f4f4; }
#capsule { position: fixed; z-index: 9999; border: 0.5px solid #0002; border-radius: 16px; background: #fff9; box-sizing: border-box; pointer-events: none; display: flex; align-items: center; justify-content: space-evenly; font: 700 15px/1 system-ui; letter-spacing: 1px; color: #111; }
[data-bar=white] #capsule { border-color: #fff4; background: #0003; color: #f4f4f4; }
#tab-bar { position: fixed; left: 0; right: 0; bottom: 0; height: 50px; padding-bottom: var(--bottom-inset); border-top: 0.5px solid #0002; display: flex; z-index: 500; }
#tab-bar[hidden] { display: none; }
#tab-bar > div { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 2px; font: 10px/14px system-ui, 'Noto Sans CJK SC', sans-serif; }
#tab-bar img { width: 27px; height: 27px; }
wx-view, wx-form, wx-scroll-view, wx-swiper, wx-swiper-item, wx-map, wx-canvas, wx-picker, wx-navigator, wx-cover-view { display: block; }
wx-text { display: inline; white-space: pre-line; }
wx-label, comp { display: inline; }
[hidden] { display: none !important; }
wx-scroll-view { overflow: hidden; }
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image > img { display: block; width: 100%; height: 100%; }
wx-input { display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden; white-space: nowrap; }
wx-textarea { display: block; width: 300px; height: 150px; }
wx-input > input, wx-textarea > textarea { width: 100%; height: 100%; padding: 0; border: 0; outline: 0; font: inherit; color: inherit; background: transparent; text-align: inherit; resize: none; }
wx-button { display: block; position: relative; box-sizing: border-box; margin-left: auto; margin-right: auto; padding-left: 14px; padding-right: 14px; font-size: 18px; text-align: center; line-height: 2.55555556; border-radius: 5px; overflow: hidden; color: #000; background-color: #f8f8f8; }
wx-button::after { content: ' '; width: 200%; height: 200%; position: absolute; top: 0; left: 0; border: 1px solid rgba(0, 0, 0, 0.2); transform: scale(0.5); transform-origin: 0 0; box-sizing: border-box; border-radius: 10px; pointer-events: none; }
</style>
<div id="status-bar" aria-hidden="true"><span>9:41</span><span>100%</span></div>
<div id="capsule" aria-hidden="true"><span>•••</span><span>◉</span></div>
<div id="pages"></div>
<div id="tab-bar" role="tablist" hidden></div>
<script src="/given.js"></script>
<script src="/phone.js"></script>
<script src="/wxml.js"></script>
<script src="/main.js"></script>
</html>
`
