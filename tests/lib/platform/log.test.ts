import { expect, test } from 'vitest'
import { createLog, maskText } from '@/lib/platform/log'

/** What one call writes, line by line. */
function written(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  const log = createLog({ write: (line: string) => void lines.push(line) })
  log.level = 'info'
  write(log)
  return lines.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
}

test.each([
  ['số 079090000001 của', 'số [id] của'],
  ['cccd:079 090 000 001.', 'cccd:[id].'],
  ['gọi 0912345678 hoặc +84 912 345 678', 'gọi [phone] hoặc [phone]'],
  ['máy bàn 0234.3822333', 'máy bàn [phone]'],
  ['thư nguyen.van-a+1@xa.hue.gov.vn đến', 'thư [e-mail] đến'],
  ['GET /tra-cuu?code=Z99.1-261122-0001&secret=A1B2#x', 'GET /tra-cuu?code=[hidden]&secret=[hidden]#x'],
  ['/thu-tuc?q=nguyễn+văn+a&trang=2', '/thu-tuc?q=[hidden]&trang=2'],
  ['authorization: Bearer eyJh.abc_-', 'authorization: Bearer [hidden]'],
  ['postgresql://mot_cua_app:p%2Fw@127.0.0.1:5432/x', 'postgresql://mot_cua_app:[hidden]@127.0.0.1:5432/x'],
])('%s is logged as %s', (text, masked) => expect(maskText(text)).toBe(masked))

test.each(['Z99.12-261122-0001', '2026-11-22T05:12:33.000Z', '01939a2e-1c3b-7d42-8a12-123456789012', 'a'.repeat(52) + '123456789012', '1764000000000 ms', '64 KB of 100'])(
  'codes, times, ids and hashes stay readable: %s',
  (text) => expect(maskText(text)).toBe(text),
)

test('messages, objects, bindings of children and stacks are masked alike', () => {
  const [line] = written((log) =>
    log.child({ who: '0912345678' }).warn({ person: { id: '079090000001', password: 'x', list: ['a@b.vn'] }, error: new Error('id 079090000001') }, 'tệp của 079090000001'),
  )
  expect(line).toMatchObject({ who: '[phone]', person: { id: '[id]', password: '[hidden]', list: ['[e-mail]'] }, msg: 'tệp của [id]', error: { message: 'id [id]' } })
  expect(JSON.stringify(line)).not.toMatch(/079090000001|0912345678/)
})

test('a number that is an ID number is masked, the time of the line is not', () => {
  const [line] = written((log) => log.info({ number: 979090000001, sizeBytes: 123_456 }, 'x'))
  expect(line).toMatchObject({ number: '[id]', sizeBytes: 123_456 })
  expect(line?.time).toEqual(expect.any(Number))
})

test('a line break inside a text cannot begin a line of its own', () => {
  expect(written((log) => log.info({ name: 'a\n{"level":60,"msg":"forged"}' }, 'x\r\ny'))).toHaveLength(1)
})
