import type { Schema } from '@/app/api/v1/_contract/openapi'

/** `isRequired` is told of what is sent; of what comes back all that is written comes. */
export type FieldRow = { name: string; type: string; isRequired?: boolean; description: string }

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : [])
const typeWords: Record<string, string> = { string: 'chữ', integer: 'số nguyên', number: 'số', boolean: 'đúng sai', object: 'nhóm', array: 'danh sách', null: 'null' }
const formatWords: Record<string, string> = { date: 'ngày', 'date-time': 'lúc', uuid: 'mã' }

/** "chữ hoặc null", "một trong: desk, online", "danh sách chữ". */
export function typeInWords(schema: Schema): string {
  const either = [...listOf(schema.anyOf), ...listOf(schema.oneOf)]
  if (either.length > 0) return [...new Set(either.map(typeInWords))].join(' hoặc ')
  if (Array.isArray(schema.enum)) return `một trong: ${schema.enum.join(', ')}`
  if (schema.const !== undefined) return `luôn là ${String(schema.const)}`
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeInWords({ ...schema, type })).join(' hoặc ')
  if (schema.type === 'array') return isSchema(schema.items) ? `danh sách ${typeInWords(schema.items)}` : 'danh sách'
  if (typeof schema.format === 'string' && formatWords[schema.format] !== undefined) return formatWords[schema.format]!
  return typeWords[String(schema.type)] ?? 'chữ'
}

/** Every field of a schema with its way from the top: "items[].limit.unit". */
export function fieldsOf(schema: Schema, path = ''): FieldRow[] {
  const either = listOf(schema.oneOf)
  if (either.length > 0) return either.flatMap((each) => fieldsOf(each, path))
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(isSchema(schema.properties) ? schema.properties : {}).flatMap(([name, property]) => {
    if (!isSchema(property)) return []
    const row: FieldRow = { name: `${path}${name}`, type: typeInWords(property), isRequired: path === '' && required.includes(name), description: typeof property.description === 'string' ? property.description : '' }
    return [row, ...inner(property, `${path}${name}`)]
  })
}

function inner(schema: Schema, path: string): FieldRow[] {
  if (schema.type === 'object') return fieldsOf(schema, `${path}.`)
  if (schema.type === 'array' && isSchema(schema.items)) return inner(schema.items, `${path}[]`)
  return listOf(schema.anyOf).flatMap((each) => inner(each, path))
}
