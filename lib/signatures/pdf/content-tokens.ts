/** One operand or operator of a content stream. Strings keep only how many bytes they have: that is all a page needs to be measured. */
export type Token = { kind: 'number'; value: number } | { kind: 'name'; value: string } | { kind: 'string'; length: number } | { kind: 'operator'; value: string } | { kind: 'open' } | { kind: 'close' }

const SPACE = /[\0\t\n\f\r ]/
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/

/** Reads a content stream (ISO 32000-1, 7.8.2) token by token. Pictures in the stream itself are skipped. */
export function* contentTokens(text: string): Generator<Token> {
  let at = 0
  const word = (): string => {
    const from = at
    while (at < text.length && !DELIMITER.test(text[at]!)) at += 1
    return text.slice(from, at)
  }
  while (at < text.length) {
    const here = text[at]!
    if (SPACE.test(here)) at += 1
    else if (here === '%') at = endOf(text, at, /[\r\n]/g)
    else if (here === '(') {
      const { end, length } = literal(text, at)
      yield { kind: 'string', length }
      at = end
    } else if (here === '<' && text[at + 1] !== '<') {
      const end = endOf(text, at, />/g)
      yield { kind: 'string', length: Math.ceil(text.slice(at + 1, end).replace(/[^0-9a-fA-F]/g, '').length / 2) }
      at = end + 1
    } else if (here === '[') {
      yield { kind: 'open' }
      at += 1
    } else if (here === ']') {
      yield { kind: 'close' }
      at += 1
    } else if (here === '/') {
      at += 1
      yield { kind: 'name', value: word() }
    } else if (DELIMITER.test(here)) at += 1
    else {
      const said = word()
      if (said === 'BI') at = endOf(text, at, /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g) + 3
      else if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(said)) yield { kind: 'number', value: Number(said) }
      else yield { kind: 'operator', value: said }
    }
  }
}

function endOf(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

/** "(a \( b (c))": round brackets nest and may be escaped. */
function literal(text: string, from: number): { end: number; length: number } {
  let [at, depth, length] = [from + 1, 1, 0]
  for (; at < text.length; at += 1) {
    const here = text[at]
    if (here === '\\') at += /[0-7]/.test(text[at + 1] ?? '') ? (/^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0].length ?? 1) : 1
    else if (here === '(') depth += 1
    else if (here === ')' && (depth -= 1) === 0) break
    length += 1
  }
  return { end: at + 1, length }
}
