/**
 * Whoever holds a private key and signs with it. The key may lie on this server (PKCS#12), with a remote signing service (only the
 * hash travels), or on a token in the officer's own machine (the page brings the hash there: see use-cases/client-signing.ts).
 */
export type Signer = {
  /** Certificates in DER: the signer's own first, then those that issued it. */
  certificates: () => Promise<readonly Uint8Array[]>
  /** The signature over what is to be signed: RSA PKCS#1 v1.5 or ECDSA (DER), always with SHA-256. */
  sign: (toBeSigned: ToBeSigned) => Promise<Uint8Array>
}

/** The attributes in DER, and their SHA-256 for services that take nothing but a hash. */
export type ToBeSigned = { attributes: Uint8Array; sha256: Uint8Array }
