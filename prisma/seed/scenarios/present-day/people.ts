import { generatedName } from '../../staff'

/** Somebody who does not exist: names are generated, numbers look right and belong to nobody. */
export type Persona = { fullName: string; sex: 'male' | 'female'; birthYear: number; birth: string; personalId: string; address: string; phone: string }

const places = ['Tổ dân phố Làng Vai', 'Tổ dân phố Tân Mỹ', 'Tổ dân phố La Đình', 'Tổ dân phố Hợp Thành', 'Tổ dân phố Khu Yên', 'Tổ dân phố Làng Mới']

/** The same number always gives the same person. */
export function persona(n: number): Persona {
  const sex = n % 2 === 0 ? 'female' : 'male'
  const birthYear = 1955 + ((n * 37) % 52)
  const century = birthYear < 2000 ? 0 : 2
  const day = `${String(1 + ((n * 7) % 12)).padStart(2, '0')}-${String(1 + ((n * 11) % 28)).padStart(2, '0')}`
  return {
    fullName: generatedName(7000 + n, sex), sex, birthYear, birth: `${birthYear}-${day}`,
    // Thái Nguyên, century and sex, year of birth, six figures.
    personalId: `019${century + (sex === 'male' ? 0 : 1)}${String(birthYear).slice(2)}${String(900000 + n).slice(-6)}`,
    address: `${places[n % places.length]}, phường Bách Quang, tỉnh Thái Nguyên`,
    phone: `0900000${String(100 + n).padStart(3, '0')}`,
  }
}
