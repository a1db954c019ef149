// Elements with words of their own whose contrast with their ground is below 4.5 (WCAG level AA).
() => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (c) => { paint.clearRect(0,0,1,1); paint.fillStyle = c; paint.fillRect(0,0,1,1); return [...paint.getImageData(0,0,1,1).data]; };
  const light = ([r,g,b]) => [r,g,b].map(v => v/255).map(v => v<=.03928 ? v/12.92 : ((v+.055)/1.055)**2.4)
    .reduce((sum, v, i) => sum + v*[.2126,.7152,.0722][i], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } };
  const poor = [];
  document.querySelectorAll('details').forEach(d => d.open = true);
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || e.closest('svg, script, .skip')) continue;
    const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
    const ratio = (Math.max(a,b)+.05)/(Math.min(a,b)+.05);
    if (ratio < 4.5) poor.push(e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
  }
  return poor;
}
