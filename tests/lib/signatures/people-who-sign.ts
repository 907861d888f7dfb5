import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import type { TrustedRoot } from '@/lib/signatures/cms/chain'
import type { Signer } from '@/lib/signatures/signers/signer'
import { sign } from 'node:crypto'

type Made = { key: forge.pki.rsa.PrivateKey; pem: string; der: Buffer; certificate: forge.pki.Certificate }

const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class
const named = (commonName: string): forge.pki.CertificateField[] => [{ name: 'organizationName', value: 'UBND phường Bách Quang', valueTagClass: utf8 }, { name: 'commonName', value: commonName, valueTagClass: utf8 }]

function made(commonName: string, issuer: { name: string; key: forge.pki.rsa.PrivateKey } | null, isAuthority: boolean, valid: [from: string, to: string]): Made {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = forge.pki.privateKeyFromPem(pem)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e)
  certificate.serialNumber = `01${Buffer.from(commonName).toString('hex').slice(0, 20)}`
  certificate.validity.notBefore = new Date(valid[0])
  certificate.validity.notAfter = new Date(valid[1])
  certificate.setSubject(named(commonName))
  certificate.setIssuer(named(issuer?.name ?? commonName))
  certificate.setExtensions([{ name: 'basicConstraints', cA: isAuthority }])
  certificate.sign(issuer?.key ?? key, forge.md.sha256.create())
  return { key, pem, certificate, der: Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'binary') }
}

const ALWAYS: [string, string] = ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z']

/** An authority and whoever it vouches for, made once for a test file. */
export function aHouseOfKeys() {
  const authority = made('Cơ quan chứng thực thử', null, true, ALWAYS)
  const person = (commonName: string, valid = ALWAYS): Signer & Made => {
    const own = made(commonName, { name: 'Cơ quan chứng thực thử', key: authority.key }, false, valid)
    return { ...own, certificates: () => Promise.resolve([own.der]), sign: ({ attributes }) => Promise.resolve(sign('sha256', attributes, own.pem)) }
  }
  const roots: TrustedRoot[] = [{ certificate: new X509Certificate(authority.der), authority: 'known' }]
  return { authority, person, roots }
}

/** The key and certificate as a PKCS#12 file, as an authority hands it out. */
export const asPkcs12 = ({ key, certificate }: Made, passphrase: string, others: readonly Made[] = []): Buffer =>
  Buffer.from(forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(key, [certificate, ...others.map((other) => other.certificate)], passphrase, { algorithm: 'aes256' })).getBytes(), 'binary')
