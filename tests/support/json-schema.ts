/** The part of JSON Schema (2020-12) that our OpenAPI document uses, checked without a library. */
type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  pattern?: string
  minimum?: number
  maximum?: number
}

const KNOWN = new Set([
  '$ref', 'type', 'const', 'enum', 'anyOf', 'oneOf', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'pattern', 'minimum', 'maximum',
  'format', 'description', 'default', 'minLength', 'maxLength', 'maxItems', 'contentEncoding',
])
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'])

/** Where a value breaks its schema: "$.items[0].limit: …". Empty where it keeps it. */
export function breaches(schema: Schema, value: unknown, resolve: (ref: string) => Schema, at = '$'): string[] {
  if (schema.$ref !== undefined) return breaches(resolve(schema.$ref), value, resolve, at)
  if (schema.anyOf !== undefined) {
    const tried = schema.anyOf.map((each) => breaches(each, value, resolve, at))
    return tried.some((found) => found.length === 0) ? [] : tried.flat()
  }
  if (schema.oneOf !== undefined) {
    const tried = schema.oneOf.map((each) => breaches(each, value, resolve, at))
    return tried.filter((found) => found.length === 0).length === 1 ? [] : [`${at}: fits not exactly one of ${tried.length}`]
  }
  if ('const' in schema && value !== schema.const) return [`${at}: is not ${String(schema.const)}`]
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: ${String(value)} is none of ${schema.enum.join(', ')}`]
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(type, value))) return [`${at}: ${JSON.stringify(value)} is no ${[schema.type].flat().join(' or ')}`]
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return [`${at}: ${value} does not match ${schema.pattern}`]
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) return [`${at}: ${value} is out of range`]
  if (Array.isArray(value)) return value.flatMap((item, index) => breaches(schema.items ?? {}, item, resolve, `${at}[${index}]`))
  return typeof value === 'object' && value !== null ? ofObject(schema, value as Record<string, unknown>, resolve, at) : []
}

function ofObject(schema: Schema, value: Record<string, unknown>, resolve: (ref: string) => Schema, at: string): string[] {
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}: ${name} is missing`)
  const inner = Object.entries(value).flatMap(([name, held]) => {
    const property = schema.properties?.[name]
    if (property !== undefined) return breaches(property, held, resolve, `${at}.${name}`)
    if (schema.additionalProperties === false) return [`${at}: ${name} is not foreseen`]
    return typeof schema.additionalProperties === 'object' ? breaches(schema.additionalProperties, held, resolve, `${at}.${name}`) : []
  })
  return [...missing, ...inner]
}

const isOfType = (type: string, value: unknown): boolean =>
  type === 'null' ? value === null
    : type === 'array' ? Array.isArray(value)
      : type === 'object' ? typeof value === 'object' && value !== null && !Array.isArray(value)
        : type === 'integer' ? Number.isInteger(value)
          : typeof value === type

/** What is no schema that a reader could rely on: unknown words, unknown types, references that lead nowhere. */
export function oddities(schema: Schema, resolve: (ref: string) => Schema | undefined, at: string): string[] {
  const words = Object.keys(schema).filter((word) => !KNOWN.has(word)).map((word) => `${at}: ${word}`)
  const type = [schema.type ?? []].flat().filter((each) => !TYPES.has(each)).map((each) => `${at}: type ${each}`)
  const reference = schema.$ref === undefined || resolve(schema.$ref) !== undefined ? [] : [`${at}: ${schema.$ref} leads nowhere`]
  const owed = (schema.required ?? []).filter((name) => schema.properties?.[name] === undefined).map((name) => `${at}: required ${name} is not described`)
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(([name, each]) => [`${at}.${name}`, each] as const),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((each, index) => [`${at}|${index}`, each] as const),
    ...(schema.items === undefined ? [] : [[`${at}[]`, schema.items] as const]),
  ]
  return [...words, ...type, ...reference, ...owed, ...inner.flatMap(([place, each]) => oddities(each, resolve, place))]
}
