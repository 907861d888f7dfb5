// Draws components/ui/icon-shapes.json from the lucide package: node scripts/draw-icons.mjs [name …] adds names and redraws all.
// One path per icon, so that a page carries shapes, not a library: lucide-react's own component runs in the browser.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../components/ui/icon-shapes.json', import.meta.url)

/** Every lucide element as path data. */
export function pathOf([tag, a]) {
  const n = (key) => Number(a[key] ?? 0)
  if (tag === 'path') return a.d
  if (tag === 'line') return `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`
  if (tag === 'polyline' || tag === 'polygon') return `M${a.points.trim().replace(/[\s,]+/g, ' ')}${tag === 'polygon' ? 'Z' : ''}`
  if (tag === 'circle') return ellipse(n('cx'), n('cy'), n('r'), n('r'))
  if (tag === 'ellipse') return ellipse(n('cx'), n('cy'), n('rx'), n('ry'))
  if (tag === 'rect') return rectangle(n('x'), n('y'), n('width'), n('height'), Number(a.rx ?? a.ry ?? 0))
  throw new Error(`No path for <${tag}>`)
}

// A leading `m` is absolute only at the very beginning of path data: after another shape it starts anew from the origin.
const joined = (before, next) => `${before}${next.startsWith('m') ? 'M0 0' : ''}${next}`

const ellipse = (cx, cy, rx, ry) => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`

const rectangle = (x, y, w, h, r) => {
  if (r === 0) return `M${x} ${y}h${w}v${h}h${-w}z`
  const arc = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${x + r} ${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`
}

/** The path data of one icon as the installed lucide package has it; old names follow their forwarding file. */
export async function shapeOf(name) {
  const folder = new URL('../node_modules/lucide-react/dist/esm/icons/', import.meta.url)
  const forward = /export \{ default \} from '\.\/(.+)\.mjs'/.exec(readFileSync(new URL(`${name}.mjs`, folder), 'utf8'))
  const { __iconData } = await import(new URL(`${forward?.[1] ?? name}.mjs`, folder).href)
  return __iconData.node.map(pathOf).reduce(joined)
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const known = Object.keys(JSON.parse(readFileSync(file, 'utf8')))
  const names = [...new Set([...known, ...process.argv.slice(2)])].sort()
  const shapes = {}
  for (const name of names) shapes[name] = await shapeOf(name)
  writeFileSync(file, `${JSON.stringify(shapes, null, 1)}\n`)
}
