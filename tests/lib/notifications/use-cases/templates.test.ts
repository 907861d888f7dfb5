import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '@/lib/identity/domain/actor'
import { SaveSettingInput, SaveTemplateInput } from '@/lib/notifications/inputs'
import { messageTemplate, messageTemplates, notificationSetting } from '@/lib/notifications/queries/message-templates'
import { saveSetting } from '@/lib/notifications/use-cases/save-setting'
import { restoreTemplate, saveTemplate } from '@/lib/notifications/use-cases/save-template'
import { defaultText } from '@/lib/notifications/wording'
import { officerOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let administrator: Officer
let neighbour: Officer
let desk: Officer
beforeAll(async () => {
  administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
  neighbour = await officerOf(database.owner, 'my-an', 'quantri')
  desk = await officerOf(database.owner, 'bach-quang', 'quay1')
})

const own = 'Kính gửi ông/bà, hồ sơ {mã hồ sơ} đã rút.'
const input = (changes: Partial<Record<'version' | 'body' | 'subject' | 'channel', string | number>> = {}) =>
  SaveTemplateInput.parse({ template: 'withdrawn', channel: 'sms', version: 0, subject: '', body: own, ...changes })

describe('the administrator', () => {
  test('puts own words in the place of those of the product, takes them back, and every version keeps its author', async () => {
    expect(await saveTemplate(administrator, input())).toEqual({ ok: true, value: { version: 1 } })
    const { text, versions } = (await messageTemplate(administrator, 'withdrawn', 'sms'))!
    expect(text).toMatchObject({ body: own, version: 1, isOwn: true })
    expect(versions).toMatchObject([{ version: 1, author: administrator.name, body: own }])
    expect(await restoreTemplate(administrator, { template: 'withdrawn', channel: 'sms', version: 1 })).toEqual({ ok: true, value: { version: 2 } })
    const restored = (await messageTemplate(administrator, 'withdrawn', 'sms'))!
    expect(restored.text).toMatchObject({ body: defaultText.withdrawn, version: 2, isOwn: false })
    expect(restored.versions.map(({ version }) => version)).toEqual([2, 1])
  })

  test('writes over nobody: a text that a colleague changed meanwhile stays', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => saveTemplate(administrator, input({ channel: 'zalo', body: `${own} ${n}` }))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.problem.code === 'text-changed')).toHaveLength(2)
  })

  test('is told at the field where a placeholder is unknown or missing', async () => {
    expect(await saveTemplate(administrator, input({ body: 'Hồ sơ {mã số} đã rút.' }))).toMatchObject({ ok: false, problem: { code: 'text-refused', field: 'body', problem: { code: 'unknown-placeholder', name: 'mã số' } } })
    expect(await saveTemplate(administrator, input({ body: 'Hồ sơ đã rút.' }))).toMatchObject({ ok: false, problem: { field: 'body', problem: { code: 'placeholder-missing' } } })
    expect(await saveTemplate(administrator, input({ channel: 'email', subject: 'Hồ sơ {mã' }))).toMatchObject({ ok: false, problem: { field: 'subject' } })
  })

  test('changes nothing for the commune next door', async () => {
    await saveTemplate(administrator, input({ channel: 'email' }))
    expect((await messageTemplate(neighbour, 'withdrawn', 'email'))!.text.isOwn).toBe(false)
    expect((await messageTemplates(neighbour))!.rows.flatMap(({ cells }) => cells).some(({ isOwn }) => isOwn)).toBe(false)
    expect((await messageTemplates(administrator))!.rows.find(({ template }) => template === 'withdrawn')!.cells.find(({ channel }) => channel === 'email')).toMatchObject({ isOwn: true, author: administrator.name })
  })

  test('sets quiet hours and reminders', async () => {
    const typed = { version: 0, quiet: 'on', quietFrom: '20:00', quietTo: '6:30', phoneChannel: 'zalo', first: 5, every: 10, most: 2, supplementNear: 1, digest: undefined }
    expect(await saveSetting(administrator, SaveSettingInput.parse(typed))).toEqual({ ok: true, value: { version: 1 } })
    expect(await notificationSetting(administrator)).toEqual({
      quietHours: { from: '20:00', to: '06:30' }, phoneChannel: 'zalo', uncollected: { first: 5, every: 10, most: 2 }, supplementNear: 1, digest: false, version: 1,
    })
    expect(await saveSetting(administrator, SaveSettingInput.parse(typed))).toMatchObject({ ok: false, problem: { code: 'text-changed' } })
    expect(SaveSettingInput.safeParse({ ...typed, quietFrom: '25:00' }).success).toBe(false)
  })
})

test('nobody else reads or changes texts', async () => {
  expect(await messageTemplates(desk)).toBeNull()
  expect(await messageTemplate(desk, 'withdrawn', 'sms')).toBeNull()
  expect(await notificationSetting(desk)).toBeNull()
  expect(await saveTemplate(desk, input())).toEqual({ ok: false, problem: { code: 'forbidden' } })
  expect(await restoreTemplate(desk, { template: 'withdrawn', channel: 'sms', version: 0 })).toEqual({ ok: false, problem: { code: 'forbidden' } })
})
