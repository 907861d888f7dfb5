/** What was saved, in the words of the toast; both numbers come from an address and are shown only if they are numbers. */
export function savedWords(revision: string | undefined, moved: string | undefined): string {
  const [number, count] = [/^\d{1,6}$/.test(revision ?? '') ? ` lần sửa ${revision}` : '', /^\d{1,6}$/.test(moved ?? '') ? Number(moved) : null]
  if (count === null) return `Đã lưu${number}.`
  return `Đã lưu${number}. ${count === 0 ? 'Không hồ sơ nào đổi hạn trả.' : `${count} hồ sơ đổi hạn trả.`}`
}
