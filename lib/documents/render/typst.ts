import 'server-only'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PaperForm } from '../domain/official-paper'
import type { View } from './text'

/** Papers of the desk, and what is printed about money: numbered by its ledger, not by the register of papers. */
export type TemplateName = PaperForm | 'money-paper' | 'payment-notice' | 'signature-mark'

/** The folder with package.json. The build moves this file but not the templates, so they are found from here. */
const root = process.env.MOT_CUA_ROOT ?? process.cwd()
const templates = join(/* turbopackIgnore: true */ root, 'lib', 'documents', 'render', 'templates')

/** One compiler for the life of the process: it keeps the fonts and the parsed templates. */
let compiler: NodeCompiler | null = null
const versions = new Map<TemplateName, string>()
let compiled = 0

/** The compiler remembers every result until told to forget; what the last two rounds of papers used is kept. @unit papers, rounds */
const EVICT_EVERY = 10
const KEEP_ROUNDS = 2

const packageFolder = (name: string) => dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))

function open(): NodeCompiler {
  return NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: [packageFolder('@expo-google-fonts/tinos')] }],
  })
}

/**
 * "receipt-slip@1f0c9a33b2d4": changes when anything that shapes the page does (template, frame, compiler, face),
 * so that bytes kept under one version can be told from bytes of the next.
 */
export function templateVersion(form: TemplateName): string {
  const known = versions.get(form)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const file of readdirSync(templates).filter((name) => name === `${form}.typ` || name.startsWith('_')).sort()) {
    hash.update(file).update(readFileSync(join(templates, file)))
  }
  for (const name of ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/tinos']) {
    hash.update(readFileSync(join(packageFolder(name), 'package.json')))
  }
  const version = `${form}@${hash.digest('hex').slice(0, 12)}`
  versions.set(form, version)
  return version
}

/** Throws when a template is broken: no text of a user can do that. @unit createdAt: truncated to seconds */
export function compilePdf(form: TemplateName, view: View, createdAt: Date): Uint8Array {
  compiler ??= open()
  const result = compiler.compile({ mainFilePath: join(templates, `${form}.typ`), inputs: { data: JSON.stringify(view) } })
  const document = result.result
  if (document === null) {
    const problem = result.takeError()
    throw new Error(`Template ${form} does not compile: ${JSON.stringify(problem?.shortDiagnostics ?? null)}`)
  }
  const bytes = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(createdAt.getTime() / 1000) })
  compiled += 1
  if (compiled % EVICT_EVERY === 0) compiler.evictCache(KEEP_ROUNDS)
  return new Uint8Array(bytes)
}
