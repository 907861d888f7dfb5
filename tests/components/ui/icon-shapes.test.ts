import { expect, test } from 'vitest'
import shapes from '@/components/ui/icon-shapes.json'

type Draw = { shapeOf: (name: string) => Promise<string> }

test('every icon is the shape of the installed lucide package', async () => {
  const { shapeOf }: Draw = await import(new URL('../../../scripts/draw-icons.mjs', import.meta.url).href)
  const drawn = await Promise.all(Object.keys(shapes).map(async (name) => [name, await shapeOf(name)]))
  expect(shapes).toEqual(Object.fromEntries(drawn))
})

test('names stand in order, so that two additions do not clash', () => {
  expect(Object.keys(shapes)).toEqual(Object.keys(shapes).toSorted())
})
