/**
 * Whether a word can be a Vietnamese syllable. Tells "Nguyễn" from what a scanner leaves of it when a typing program
 * stands between ("Nguyeenx", "Nguye6n4", "Nguyn"). Names of other peoples (Niê, K'Brông) fail it too: failing means
 * "look at it", never "wrong".
 */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD').toLowerCase()
  const tones = decomposed.match(TONE) ?? []
  if (tones.length > 1) return false
  const [, onset = '', rhyme = ''] = SYLLABLE.exec(decomposed.replace(TONE, '').normalize('NFC')) ?? []
  if (rhyme === '' || !RHYMES.has(rhyme)) return false
  const front = /^[ieêy]/.test(rhyme)
  if (front ? /^(?:c|ng)$/.test(onset) : /^(?:k|gh|ngh)$/.test(onset)) return false
  return !STOPPED.test(rhyme) || /^[\u0301\u0323]$/.test(tones[0] ?? '')
}

/** Grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
const SYLLABLE = /^(ngh|ng|nh|gh|gi(?=[aăâeêoôơuư])|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?([aăâeêioôơuưy].*)$/
/** Rhymes closed by c, ch, p, t carry only the acute or the dot. */
const STOPPED = /(?:c|ch|p|t)$/

const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay
  ăc ăm ăn ăng ăp ăt
  âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et
  ê êch êm ên êng ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot oăc oăm oăn oăng oăt
  ô ôc ôi ôm ôn ông ôp ôt
  ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut uê uêch uên uênh uơ
  uy uya uych uynh uyt uyu uyên uyêt uyp uyn
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu ynh ych yt`.split(/\s+/),
)
