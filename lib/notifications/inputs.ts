import { z } from 'zod'
import { messageFailures } from './domain/failure'
import { messageChannels, templates } from './domain/message'
import { inputSentence } from './wording'

export const TemplateName = z.enum(templates)
export const ChannelName = z.enum(messageChannels)

/** Line ends of one kind, nothing at the ends; inside, the text stays as it was typed. */
const prose = z.string(inputSentence.body).transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\S\n]+$/gm, '').trim())
const version = z.coerce.number().int().min(0)

export const SaveTemplateInput = z.object({
  template: TemplateName,
  channel: ChannelName,
  /** The version that the screen showed; a colleague's later one is not written over. */
  version,
  subject: z.string().default('').transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()).pipe(z.string().max(200, inputSentence.subjectLong)),
  body: prose.pipe(z.string().min(1, inputSentence.body).max(1000, inputSentence.bodyLong)),
})
export const RestoreTemplateInput = z.object({ template: TemplateName, channel: ChannelName, version })

const flag = z.preprocess((value) => value === true || value === 'on', z.boolean())
const time = z.string(inputSentence.time).transform((typed) => typed.trim().replace(/^(\d):/, '0$1:').replace(/[hg]/i, ':')).pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, inputSentence.time))
const days = z.coerce.number(inputSentence.workingDays).int(inputSentence.workingDays).min(1, inputSentence.workingDays).max(60, inputSentence.workingDays)

export const SaveSettingInput = z
  .object({
    version,
    quiet: flag,
    quietFrom: time,
    quietTo: time,
    phoneChannel: z.enum(['sms', 'zalo']),
    first: days,
    every: days,
    most: z.coerce.number(inputSentence.times).int(inputSentence.times).min(0, inputSentence.times).max(10, inputSentence.times),
    supplementNear: days,
    digest: flag,
  })
  .transform(({ version: before, quiet, quietFrom, quietTo, first, every, most, ...rest }) => ({
    version: before, setting: { ...rest, quietHours: quiet ? { from: quietFrom, to: quietTo } : null, uncollected: { first, every, most } },
  }))

/** What a gateway tells afterwards: `key` as we handed the message over with. */
export const CallbackInput = z.object({
  key: z.string().min(38).max(300),
  status: z.enum(['delivered', 'failed']),
  error: z.enum(messageFailures).catch('refused').optional(),
})
