/**
 * Is this the address of the machine itself, of its network, or of nobody? What another system names as its own must not make us
 * knock at doors inside. IPv4 and IPv6 as the resolver writes them; what cannot be read counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const four = v4Of(address)
  if (four !== null) return isPrivateV4(four)
  const six = v6Of(address)
  if (six === null) return true
  const embedded = embeddedV4(six)
  if (embedded !== null) return isPrivateV4(embedded)
  // Public unicast is 2000::/3; documentation, Teredo and ORCHID lie inside it and lead nowhere.
  return six[0]! >> 13 !== 1 || (six[0] === 0x2001 && (six[1]! < 0x200 || six[1] === 0xdb8)) || six[0] === 0x3fff
}

type V4 = readonly [number, number, number, number]

function v4Of(address: string): V4 | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number)
  return parts === undefined || parts.some((part) => part > 255) ? null : (parts as unknown as V4)
}

function isPrivateV4([a, b, c]: V4): boolean {
  return (
    a === 0 || a === 10 || a === 127 || a >= 224 ||
    (a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) || (a === 203 && b === 0 && c === 113)
  )
}

/** Eight groups of sixteen bits, or null. */
function v6Of(address: string): number[] | null {
  const plain = address.replace(/%.*$/, '').replace(/^\[|\]$/g, '').replace(/(\d+\.\d+\.\d+\.\d+)$/, (text) => {
    const four = v4Of(text)
    return four === null ? 'x' : `${((four[0] << 8) | four[1]).toString(16)}:${((four[2] << 8) | four[3]).toString(16)}`
  })
  const halves = plain.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - (head!.length + (tail?.length ?? 0))
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...head!, ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'), ...(tail ?? [])]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups.map((group) => parseInt(group, 16)) : null
}

/** An IPv4 address in IPv6 clothes: mapped (::ffff:0:0/96), translated (64:ff9b::/96), 6to4 (2002::/16). */
function embeddedV4(groups: readonly number[]): V4 | null {
  const from = (high: number, low: number): V4 => [high >> 8, high & 255, low >> 8, low & 255]
  const startsWith = (...head: number[]): boolean => head.every((group, at) => groups[at] === group)
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return from(groups[6]!, groups[7]!)
  return groups[0] === 0x2002 ? from(groups[1]!, groups[2]!) : null
}
