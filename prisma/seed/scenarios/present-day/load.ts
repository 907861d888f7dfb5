import 'server-only'

export async function loadPresentDay(progress: (line: string) => void): Promise<void> {
  progress('')
}
