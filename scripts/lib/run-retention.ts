import { z } from 'zod'
import { EVERY_FIELD } from '@/lib/archive/domain/retention'
import { saveRule } from '@/lib/archive/store'
import { placeHold, releaseHold } from '@/lib/archive/use-cases/hold'
import { applyRetention, retentionPlan } from '@/lib/archive/use-cases/retention'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'

const operator: System = { kind: 'system', name: 'retention' }
type Commune = { id: string; slug: string; name: string }
type Print = (line: string) => void

const Rule = z.tuple([z.string(), z.coerce.number().int().min(1).max(100), z.string().trim().min(1).optional()])

/** Does what the arguments ask; false where they make no sense. */
export async function runRetention([option, ...rest]: readonly string[], communes: readonly Commune[], print: Print): Promise<boolean> {
  if (option === undefined || option === '--apply' || option === '--unverified') {
    const asked = [option, ...rest]
    for (const commune of communes) await (asked.includes('--apply') ? apply(commune, asked.includes('--unverified'), print) : plan(commune, print))
    if (!asked.includes('--apply')) print('Nothing was erased. Run with `-- --apply` to erase.')
    return true
  }
  const commune = communes.find(({ slug }) => slug === rest[0])
  if (commune === undefined) return wrong(`No commune "${rest[0] ?? ''}": use its slug, such as ${communes[0]?.slug ?? 'tan-quoi'}.`, print)
  const [, what = '', ...words] = rest
  switch (option) {
    case '--rule': return enterRule(commune, [what, ...words], print)
    case '--hold': return words[0] === undefined ? wrong('Say why: --hold <commune> <code> "<reason>"', print) : told(await placeHold(operator, { communeId: commune.id, code: what }, words.join(' ')), `${what} is kept until it is released.`, print)
    case '--release': return told(await releaseHold(operator, { communeId: commune.id, code: what }), `${what} is no longer kept.`, print)
    default: return wrong(`"${option}" is none of --apply, --unverified, --rule, --hold, --release.`, print)
  }
}

async function plan({ id, name }: Commune, print: Print): Promise<void> {
  for (const { fieldSlug, dossiers, held, rule } of await retentionPlan(operator, id)) {
    print(`${name}, ${fieldSlug}: ${dossiers} closed longer than ${rule.years} years (${rule.source ?? 'unverified'})${held > 0 ? `, ${held} kept by a hold` : ''}`)
  }
}

async function apply({ id, name }: Commune, unverified: boolean, print: Print): Promise<void> {
  const { dossiers, files, unverified: left } = await applyRetention(operator, id, { unverified })
  if (dossiers + files + left > 0) print(`${name}: ${dossiers} dossiers erased, ${files} files removed${left > 0 ? `, ${left} left because nobody has checked their rule` : ''}`)
}

async function enterRule({ id, name }: Commune, words: string[], print: Print): Promise<boolean> {
  const read = Rule.safeParse(words)
  if (!read.success) return wrong(`A rule is --rule <commune> <field or ${EVERY_FIELD}> <years from 1 to 100> "<source>"`, print)
  const [fieldSlug, years, source = null] = read.data
  await inCommune(operator, id, (tx) => saveRule(tx, { fieldSlug, years, source }, now()))
  print(`${name}, ${fieldSlug}: ${years} years after a dossier is closed (${source ?? 'unverified'})`)
  return true
}

const told = ({ ok }: { ok: boolean }, sentence: string, print: Print): boolean => (ok ? (print(sentence), true) : wrong('No such dossier, or nothing to release.', print))

function wrong(sentence: string, print: Print): false {
  print(sentence)
  return false
}
