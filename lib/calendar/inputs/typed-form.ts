import type { z } from 'zod'
import type { LocalDate } from '@/lib/kernel/local-date'
import { inputSentence } from '../wording'
import { DayBoxesInput, WallTimeInput } from './days'

/** What an address or a form brings: each name once, or as a list. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads a typed form field by field and keeps, under the name of each field, how to mend it. Only the first complaint of a field counts. */
export class TypedForm {
  readonly errors: Record<string, string> = {}

  constructor(private readonly typed: Typed) {}

  get isFine(): boolean {
    return Object.keys(this.errors).length === 0
  }

  one(name: string): string {
    const value = this.typed[name]
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 2000)
  }

  all(name: string): readonly string[] {
    const value = this.typed[name]
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }

  refuse(name: string, sentence: string): null {
    this.errors[name] ??= sentence
    return null
  }

  text(name: string, missing: string, most = 200): string | null {
    const text = this.one(name).normalize().replace(/\s+/gu, ' ').trim()
    if (text === '') return this.refuse(name, missing)
    return text.length > most ? this.refuse(name, inputSentence.tooLong(most)) : text
  }

  read<S extends z.ZodType>(name: string, schema: S, raw: unknown): z.output<S> | null {
    const parsed = schema.safeParse(raw)
    return parsed.success ? parsed.data : this.refuse(name, parsed.error.issues[0]!.message)
  }

  /** Three boxes, `<name>-day -month -year`. */
  day(name: string): LocalDate | null {
    return this.read(name, DayBoxesInput, this.boxes(name))
  }

  /** As `day`; null without a complaint where all boxes are blank. */
  optionalDay(name: string): LocalDate | null {
    return Object.values(this.boxes(name)).every((box) => box.trim() === '') ? null : this.day(name)
  }

  boxes(name: string): { day: string; month: string; year: string } {
    return { day: this.one(`${name}-day`), month: this.one(`${name}-month`), year: this.one(`${name}-year`) }
  }

  time(name: string): string | null {
    return this.read(name, WallTimeInput, this.one(name))
  }
}
