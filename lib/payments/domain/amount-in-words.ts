const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const scales = ['', ' nghìn', ' triệu', ' tỷ'] as const

/** "Một trăm hai mươi nghìn đồng": as receipts write an amount beside its figures. @unit đồng, below a thousand billion */
export function amountInWords(amountVnd: number): string {
  if (!Number.isSafeInteger(amountVnd) || amountVnd < 0 || amountVnd >= 1e12) throw new RangeError(`Not an amount that is written in words: ${amountVnd}`)
  if (amountVnd === 0) return 'Không đồng'
  const groups = [0, 1, 2, 3].map((at) => Math.floor(amountVnd / 1000 ** at) % 1000)
  const highest = groups.findLastIndex((group) => group > 0)
  const words = groups.map((group, at) => (group === 0 ? '' : `${group3(group, at < highest)}${scales[at]}`)).toReversed().filter((part) => part !== '')
  const said = `${words.join(' ')} đồng`
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1)
}

/** 1–999. Behind a higher group the hundreds are always said: "một nghìn không trăm linh năm". */
function group3(number: number, behind: boolean): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100]
  const head = hundreds > 0 || behind ? `${digits[hundreds]} trăm` : ''
  if (rest === 0) return head
  if (rest < 10) return head === '' ? digits[rest]! : `${head} linh ${digits[rest]}`
  return [head, belowHundred(rest)].filter((part) => part !== '').join(' ')
}

/** 10–99. After a ten, one is "mốt", five "lăm", four "tư"; after "mười" only five changes. */
function belowHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens === 1 ? 'mười' : `${digits[tens]} mươi`
  if (ones === 0) return ten
  const one = ones === 5 ? 'lăm' : tens > 1 && ones === 1 ? 'mốt' : tens > 1 && ones === 4 ? 'tư' : digits[ones]
  return `${ten} ${one}`
}
