import { gzipSync } from 'node:zlib'

/** Scripts that a page loads at once, as they travel. @unit bytes, gzip */
export async function scriptWeight(url: string, headers: Record<string, string> = {}): Promise<number> {
  const html = await (await fetch(url, { headers })).text()
  const sources = [...new Set([...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/noModule/i.test(tag)).map(([, source]) => source!))]
  const bodies = await Promise.all(sources.map(async (source) => Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer())))
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).byteLength, 0)
}
