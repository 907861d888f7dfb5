import 'server-only'
import { generateKeyPair, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { keptSecret } from '@/lib/platform/secrets'

export type Subject = { commonName: string; organisation: string }

/** The demonstration's own authority: it vouches for nobody in the world, and every screen says so. */
const AUTHORITY: Subject = { commonName: 'Một Cửa, cơ quan chứng thực TRÌNH DIỄN', organisation: 'Môi trường trình diễn' }

const folder = (): string => join(env.dataDir, 'secrets', 'signing')
const YEARS = 5

/** The passphrase of every demonstration key, made once. */
export const demonstrationPassphrase = (): Promise<string> => keptSecret(env.dataDir, 'SIGNING_PASSPHRASE')

/** The certificate that demonstration signatures end in, in PEM. Made at its first use. */
export const demonstrationRoot = async (): Promise<string> => (await authority()).certificate

/** The PKCS#12 file of a post or seal of the demonstration, made at its first use. */
export async function demonstrationKey(name: string, subject: Subject): Promise<Buffer> {
  const path = join(folder(), `${name}.p12`)
  return (await existing(path)) ?? keepFirst(path, await newKeyFile(subject))
}

type Authority = { key: string; certificate: string }

async function authority(): Promise<Authority> {
  const path = join(folder(), 'authority.json')
  const kept = (await existing(path)) ?? (await keepFirst(path, Buffer.from(JSON.stringify(await newAuthority()))))
  return JSON.parse(kept.toString('utf8')) as Authority
}

/** Several processes may make the same file at once; the first one counts, and all of them go on with it. */
async function keepFirst(path: string, bytes: Buffer): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(aside, bytes, { mode: 0o600, flush: true })
  await link(aside, path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  await rm(aside)
  return readFile(path)
}

const existing = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })

/** RSA by OpenSSL and not by node-forge, which would hold the process for seconds. */
async function newPair(): Promise<{ key: forge.pki.rsa.PrivateKey; publicKey: forge.pki.rsa.PublicKey }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return { key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) }
}

const named = ({ commonName, organisation }: Subject): forge.pki.CertificateField[] => [
  { name: 'countryName', value: 'VN' },
  { name: 'organizationName', value: organisation, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
  { name: 'commonName', value: commonName, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
]

function blank(publicKey: forge.pki.rsa.PublicKey, subject: Subject): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  // Positive, as X.509 wants it.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  const from = now()
  certificate.validity.notBefore = new Date(from.getTime() - 24 * 3_600_000)
  certificate.validity.notAfter = new Date(from)
  certificate.validity.notAfter.setUTCFullYear(from.getUTCFullYear() + YEARS)
  certificate.setSubject(named(subject))
  return certificate
}

async function newAuthority(): Promise<Authority> {
  const { key, publicKey } = await newPair()
  const certificate = blank(publicKey, AUTHORITY)
  certificate.setIssuer(named(AUTHORITY))
  certificate.setExtensions([{ name: 'basicConstraints', cA: true, critical: true }, { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }, { name: 'subjectKeyIdentifier' }])
  certificate.sign(key, forge.md.sha256.create())
  return { key: forge.pki.privateKeyToPem(key), certificate: forge.pki.certificateToPem(certificate) }
}

async function newKeyFile(subject: Subject): Promise<Buffer> {
  const [{ key, publicKey }, issuer, passphrase] = [await newPair(), await authority(), await demonstrationPassphrase()]
  const certificate = blank(publicKey, subject)
  // Written anew and not read back: node-forge reads UTF-8 names as bytes and would write them twice.
  certificate.setIssuer(named(AUTHORITY))
  certificate.setExtensions([{ name: 'basicConstraints', cA: false }, { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true }, { name: 'subjectKeyIdentifier' }])
  certificate.sign(forge.pki.privateKeyFromPem(issuer.key), forge.md.sha256.create())
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm: 'aes256' })
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary')
}
